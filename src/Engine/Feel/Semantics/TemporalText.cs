using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>Reads dates, times and durations as ISO 8601 and XML Schema write them. What does not fit is null.</summary>
internal static partial class TemporalText
{
    /// <summary>Any of the five kinds, by its form; for @"…" literals and JSON.</summary>
    public static FeelValue? Any(string text)
    {
        if (text.Length == 0) return null;
        if (text[0] == 'P' || text.StartsWith("-P", StringComparison.Ordinal)) return Duration(text);
        return text.Contains('T', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal)
            ? DateTime(text)
            : (FeelValue?)Date(text) ?? (FeelValue?)Time(text) ?? DateTime(text);
    }

    public static FeelDate? Date(string text) => DateForm().Match(text) is { Success: true } match ? ReadDate(match) : null;

    /// <summary>24:00:00 is midnight, as XML Schema has it.</summary>
    public static FeelTime? Time(string text) => TimeForm().Match(text) is { Success: true } match ? ReadTime(match) : null;

    /// <summary>A date alone is its midnight.</summary>
    public static FeelDateTime? DateTime(string text)
    {
        if (Date(text) is { } alone) return new FeelDateTime(alone, new FeelTime(0, null));
        var split = text.IndexOf('T', StringComparison.Ordinal);
        if (split < 0) return null;
        if (Date(text[..split]) is not { } date || Time(text[(split + 1)..]) is not { } time) return null;
        var isEndOfDay = text.AsSpan(split + 1).StartsWith("24");
        return isEndOfDay ? FeelDate.FromDayNumber(date.DayNumber + 1) is { } next ? new FeelDateTime(next, time) : null : new FeelDateTime(date, time);
    }

    public static FeelValue? Duration(string text)
    {
        var match = DurationForm().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T') return null;
        var months = match.Groups["y"].Success || match.Groups["mo"].Success;
        var days = match.Groups["d"].Success || match.Groups["t"].Success;
        if (months == days) return null;
        var sign = match.Groups["sign"].Length > 0 ? -1 : 1;
        return months ? Months(match, sign) : Seconds(match, sign);
    }

    private static FeelYearsMonthsDuration? Months(Match match, int sign)
    {
        var total = Part(match, "y") * 12 + Part(match, "mo");
        return total <= long.MaxValue ? new FeelYearsMonthsDuration(sign * (long)total) : null;
    }

    private static FeelDaysTimeDuration Seconds(Match match, int sign) => new(decimal.Round(
        sign * (Part(match, "d") * 86_400 + Part(match, "h") * 3_600 + Part(match, "mi") * 60 + Part(match, "s")), 9));

    private static decimal Part(Match match, string group) =>
        match.Groups[group].Success ? decimal.Parse(match.Groups[group].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture) : 0;

    private static FeelDate? ReadDate(Match match) => FeelDate.Create(Whole(match, "y"), Whole(match, "m"), Whole(match, "d"));

    private static FeelTime? ReadTime(Match match)
    {
        var zone = match.Groups["zone"].Value;
        var read = zone.Length == 0 ? null : ReadZone(zone);
        if (zone.Length > 0 && read is null) return null;
        var (hour, minute, second) = (Whole(match, "h"), Whole(match, "mi"), Part(match, "s"));
        return hour == 24 && minute == 0 && second == 0 ? new FeelTime(0, read) : FeelTime.Create(hour, minute, second, read);
    }

    private static FeelZone? ReadZone(string text)
    {
        if (text is "Z" or "z") return FeelZone.Utc;
        if (text[0] == '@') return FeelZone.FromId(text[1..]);
        var (hours, minutes) = (Digits(text, 1), Digits(text, 4));
        var seconds = text.Length > 6 ? Digits(text, 7) : 0;
        if (minutes > 59 || seconds > 59) return null;
        return FeelZone.FromOffset((text[0] == '-' ? -1 : 1) * (hours * 3_600L + minutes * 60 + seconds));
    }

    private static int Digits(string text, int at) => (text[at] - '0') * 10 + text[at + 1] - '0';

    private static long Whole(Match match, string group) =>
        long.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>-?([1-9][0-9]{4,8}|[0-9]{4}))-(?<m>[0-9]{2})-(?<d>[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<h>[0-9]{2}):(?<mi>[0-9]{2}):(?<s>[0-9]{2}(\.[0-9]{1,18})?)(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?|@.{1,64})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^(?<sign>-?)P((?<y>[0-9]{1,18})Y)?((?<mo>[0-9]{1,18})M)?((?<d>[0-9]{1,18})D)?(?<t>T((?<h>[0-9]{1,18})H)?((?<mi>[0-9]{1,18})M)?((?<s>[0-9]{1,18}(\.[0-9]{0,18})?)S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DurationForm();
}
