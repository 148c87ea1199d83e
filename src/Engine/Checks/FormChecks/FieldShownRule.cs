using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Warns of a field that its conditions hide whatever is chosen: tries every choice of the fields that they read.</summary>
internal static class FieldShownRule
{
    /// <summary>Conditions over more choices than this are left alone.</summary>
    private const int MostChoices = 4096;

    public static void Check(FormUse use)
    {
        foreach (var field in use.Fields)
            if (!field.HideWhen.IsEmpty && Choices(use, field) is { } choices && choices.All(values => FormFields.IsHidden(field, values, DateTimeOffset.UnixEpoch)))
                use.Warn("field-never-shown", $"Expected a choice with which {field.Key}{(field.Field.Required ? ", which is required," : "")} is asked, but its condition hides it always.", field);
    }

    /// <summary>Null when a condition reads something that isn't a choice.</summary>
    private static List<FeelContext>? Choices(FormUse use, FlatField field)
    {
        List<FeelContext> all = [FeelContext.Empty];
        foreach (var name in field.HideWhen.SelectMany(condition => condition.Names).Distinct(StringComparer.Ordinal))
        {
            if (use.Fields.FirstOrDefault(other => other.Key == name) is not { } read || Answers(read.Field) is not { } answers) return null;
            all = [.. all.SelectMany(values => answers.Select(answer => values.With(name, answer)))];
            if (all.Count > MostChoices) return null;
        }

        return all;
    }

    private static List<FeelValue>? Answers(FormField field) => field switch
    {
        { Type: "checkbox" } => [FeelValue.Null, FeelBoolean.True, FeelBoolean.False],
        { Type: "radio" or "select", Source: null, Options.IsEmpty: false } => [FeelValue.Null, .. field.Options.Select(option => FeelValue.From(option.Value))],
        _ => null,
    };
}
