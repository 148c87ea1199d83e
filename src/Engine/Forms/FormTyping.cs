using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>What type of value each component gives: text, number, date, yes or no, a list of choices.</summary>
internal static class FormTyping
{
    public static FeelValue Parse(FormField field, IReadOnlyList<string> texts, ImmutableArray<FormError>.Builder errors)
    {
        var given = texts.Where(text => text.Trim().Length > 0).ToList();
        if (IsList(field)) return given.Count == 0 ? FeelValue.Null : new FeelList([.. given.Select(text => FeelValue.From(text))]);
        if (field.Type == "checkbox") return FeelValue.From(given.Exists(text => text is "true" or "on" or "1" or "yes"));
        if (given.Count == 0) return FeelValue.Null;
        var last = given[^1].ReplaceLineEndings("\n");
        return field.Type switch
        {
            "number" => Number(field, last, errors),
            "datetime" => Date(field, last.Trim(), errors),
            _ => FeelValue.From(last),
        };
    }

    public static FeelValue Check(FormField field, FeelValue value, ImmutableArray<FormError>.Builder errors) => (field.Type, value) switch
    {
        (_, FeelNull) => value,
        ("number", FeelNumber) => value,
        ("number", _) => Error(field, "not-a-number", errors),
        ("datetime", FeelDate or FeelDateTime or FeelTime) => value,
        ("datetime", FeelString text) => Date(field, text.Value, errors),
        ("datetime", _) => Error(field, "not-a-date", errors),
        ("checkbox", FeelBoolean) => value,
        ("checkbox", _) => Error(field, "not-an-option", errors),
        _ when IsList(field) => value is FeelList list && list.Items.All(item => item is FeelString) ? value : Error(field, "not-an-option", errors),
        (_, FeelString) => value,
        ("radio" or "select", _) => Error(field, "not-an-option", errors),
        _ => Error(field, "bad-pattern", errors),
    };

    private static bool IsList(FormField field) => field.Type is "checklist" or "taglist" or "filepicker";

    private static FeelValue Number(FormField field, string text, ImmutableArray<FormError>.Builder errors) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? FeelValue.From(number)
            : Error(field, "not-a-number", errors);

    private static FeelValue Date(FormField field, string text, ImmutableArray<FormError>.Builder errors)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (field.Limits.Subtype)
        {
            case "time" when TimeOnly.TryParse(text, invariant, out var time):
                return FeelTime.From(time, null);
            case "datetime" when DateTime.TryParse(text, invariant, DateTimeStyles.None, out var at):
                return new FeelDateTime(FeelDate.From(DateOnly.FromDateTime(at)), FeelTime.From(TimeOnly.FromDateTime(at), null));
            case "date" or null or "" when DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var date):
                return FeelDate.From(date);
            default:
                return Error(field, "not-a-date", errors);
        }
    }

    private static FeelValue Error(FormField field, string code, ImmutableArray<FormError>.Builder errors)
    {
        errors.Add(new FormError(field.Key!, code));
        return FeelValue.Null;
    }
}
