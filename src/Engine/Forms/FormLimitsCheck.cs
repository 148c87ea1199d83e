using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>Required values and limits of one field.</summary>
internal static partial class FormLimitsCheck
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    public static bool IsEmpty(FeelValue? value) =>
        value is null or FeelNull or FeelString { Value.Length: 0 } or FeelList { Items.Length: 0 } || value == FeelBoolean.False;

    public static FormError? Error(FormField field, FeelValue? value)
    {
        if (IsEmpty(value)) return field.Required ? new FormError(field.Key!, "required") : null;
        return value switch
        {
            FeelNumber number => OutOfRange(field, number.Value),
            FeelString text => field.Options.IsEmpty || field.Source is not null ? BadText(field, text.Value) : NotAnOption(field, text.Value),
            FeelList list => list.Items.OfType<FeelString>().Select(item => NotAnOption(field, item.Value)).FirstOrDefault(error => error is not null),
            _ => null,
        };
    }

    private static FormError? OutOfRange(FormField field, decimal number)
    {
        if (number < field.Limits.Min) return new FormError(field.Key!, "too-small", Text(field.Limits.Min));
        return number > field.Limits.Max ? new FormError(field.Key!, "too-large", Text(field.Limits.Max)) : null;
    }

    private static FormError? NotAnOption(FormField field, string value) =>
        field.Options.IsEmpty || field.Source is not null || field.Options.Any(option => option.Value == value) ? null : new FormError(field.Key!, "not-an-option");

    private static FormError? BadText(FormField field, string text)
    {
        var limits = field.Limits;
        var length = new StringInfo(text).LengthInTextElements;
        if (length < limits.MinLength) return new FormError(field.Key!, "too-short", Text(limits.MinLength));
        if (length > limits.MaxLength) return new FormError(field.Key!, "too-long", Text(limits.MaxLength));
        if (limits.Pattern is { Length: > 0 } pattern && !Matches(text, pattern)) return new FormError(field.Key!, "bad-pattern", pattern);
        return limits.ValidationType switch
        {
            "email" when !Email().IsMatch(text.Trim()) => new FormError(field.Key!, "not-an-email"),
            "phone" when !Phone().IsMatch(text.Trim()) => new FormError(field.Key!, "not-a-phone"),
            _ => null,
        };
    }

    /// <summary>A pattern that takes too long counts as not matched: a form's author must not be able to hold a server.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or RegexParseException)
        {
            return false;
        }
    }

    private static string? Text(decimal? limit) => limit?.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()\-]{4,24}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();
}
