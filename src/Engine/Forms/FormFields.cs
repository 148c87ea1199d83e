using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>A field with a value, and the conditions that hide it: its own and those of the groups around it.</summary>
internal sealed record FlatField(string Key, FormField Field, ImmutableArray<FeelExpression> HideWhen);

internal static class FormFields
{
    public static List<FlatField> Flatten(ImmutableArray<FormField> fields)
    {
        var flat = new List<FlatField>();
        Flatten(fields, [], flat);
        return flat;
    }

    /// <summary>A condition that gives anything but true, or goes past its limits, leaves the field shown, as form-js does.</summary>
    public static bool IsHidden(FlatField field, FeelContext values, DateTimeOffset now)
    {
        try
        {
            foreach (var condition in field.HideWhen)
                if (condition.Evaluate(new FormScope(values, now)) is FeelBoolean { Value: true })
                    return true;
        }
        catch (FeelLimitException)
        {
            return false;
        }

        return false;
    }

    private static void Flatten(ImmutableArray<FormField> fields, ImmutableArray<FeelExpression> hidden, List<FlatField> flat)
    {
        foreach (var field in fields)
        {
            var conditions = field.HideWhen is { Length: > 0 } hide ? hidden.Add(FeelExpression.ParseBpmn(hide)) : hidden;
            if (field.Key is { } key) flat.Add(new FlatField(key, field, conditions));
            Flatten(field.Fields, conditions, flat);
        }
    }

    private sealed class FormScope(FeelContext values, DateTimeOffset now) : IFeelScope
    {
        public DateTimeOffset Now => now;

        public FeelValue? Find(string name) => values.Find(name);
    }
}
