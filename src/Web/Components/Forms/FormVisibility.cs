using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Web.Components.Forms;

/// <summary>Which fields of a form are asked, given what is answered so far. What is posted is checked again by the form validator.</summary>
internal static class FormVisibility
{
    private static readonly ConcurrentDictionary<string, FeelExpression> Parsed = new(StringComparer.Ordinal);

    public static bool IsShown(FormDefinition form, FormField field, FormValues values, DateTimeOffset now) =>
        field.HideWhen is not { } condition || Parse(condition).Evaluate(Scope(form, values, now)) is not FeelBoolean { Value: true };

    /// <summary>True when whether another field is asked hangs on this one.</summary>
    public static bool IsAskedAfter(FormDefinition form, FormField field) =>
        field.Key is { } key && All(form.Fields).Any(other => other.HideWhen is { } condition && Parse(condition).Names.Contains(key));

    /// <summary>Every field, those in groups included.</summary>
    public static IEnumerable<FormField> All(IEnumerable<FormField> fields) => fields.SelectMany(field => All(field.Fields).Prepend(field));

    private static FeelExpression Parse(string condition) => Parsed.GetOrAdd(condition, text => FeelExpression.ParseBpmn(text));

    private static FeelScope Scope(FormDefinition form, FormValues values, DateTimeOffset now) => new(
        All(form.Fields).Where(field => field.Key is not null).DistinctBy(field => field.Key)
            .ToDictionary(field => field.Key!, field => ValueOf(field, values), StringComparer.Ordinal),
        now);

    private static FeelValue ValueOf(FormField field, FormValues values)
    {
        var text = values.First(field.Key!).Trim();
        return field.Type switch
        {
            "checkbox" => FeelValue.From(text == "true"),
            "checklist" or "taglist" => new FeelList([.. values.All(field.Key!).Select(value => FeelValue.From(value))]),
            "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? FeelValue.From(number) : FeelValue.Null,
            _ => text.Length == 0 ? FeelValue.Null : FeelValue.From(text),
        };
    }
}
