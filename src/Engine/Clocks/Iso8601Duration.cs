using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Clocks;

/// <summary>
/// A duration as ISO 8601 writes it. Months and days are of the calendar: they keep the local time of day, and a day of the month that doesn't exist
/// becomes the month's last. <see cref="Time"/> is elapsed time.
/// </summary>
public sealed partial record Iso8601Duration(int Months, int Days, TimeSpan Time)
{
    /// <summary>Reads <c>P1Y2M3DT4H5M6.7S</c> or <c>P2W</c>, with a minus sign before the P for a negative one. The last number may be a fraction, but not of years or months. Returns the problem, or null.</summary>
    public static string? TryParse(string text, out Iso8601Duration duration)
    {
        duration = new Iso8601Duration(0, 0, TimeSpan.Zero);
        var problem = $"Expected an ISO 8601 duration such as PT10M or P1DT12H, but found '{text}'.";
        var match = Form().Match(text.Trim());
        if (!match.Success || HasInnerFraction(match)) return problem;
        try
        {
            var sign = match.Groups["minus"].Success ? -1 : 1;
            var months = Whole(match, "years") * 12 + Whole(match, "months");
            var days = Number(match, "weeks") * 7 + Number(match, "days");
            var seconds = Number(match, "hours") * 3600 + Number(match, "minutes") * 60 + Number(match, "seconds") + (days - decimal.Truncate(days)) * 86400;
            duration = new Iso8601Duration(sign * (int)months, sign * (int)days, TimeSpan.FromTicks((long)(sign * seconds * TimeSpan.TicksPerSecond)));
            return null;
        }
        catch (OverflowException)
        {
            return problem;
        }
    }

    /// <summary>Whether it leads to a later time. One of zero doesn't.</summary>
    public bool IsPositive => Months >= 0 && Days >= 0 && Time >= TimeSpan.Zero && (Months > 0 || Days > 0 || Time > TimeSpan.Zero);

    /// <summary>The instant that lies this long after the start; null when it lies outside the years 1900 to 9990.</summary>
    public DateTimeOffset? AddTo(DateTimeOffset start, TimeZoneInfo zone) => AddTo(start, zone, 1);

    /// <summary>The instant after so many times the duration, counted from the start itself: a month after 31 January and another is 31 March.</summary>
    public DateTimeOffset? AddTo(DateTimeOffset start, TimeZoneInfo zone, long times)
    {
        try
        {
            var at = start;
            if (Months != 0 || Days != 0)
            {
                var local = ZoneTime.In(zone, start).DateTime;
                at = ZoneTime.At(zone, local.AddMonths(checked((int)(Months * times))).AddDays(checked((int)(Days * times))));
            }

            at = ZoneTime.In(zone, at.AddTicks(checked(Time.Ticks * times)));
            return at.Year is >= 1900 and <= 9990 ? at : null;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static bool HasInnerFraction(Match match)
    {
        var numbers = match.Groups.Values.Skip(1).Where(group => group.Success && group.Name != "minus").OrderBy(group => group.Index).ToList();
        return numbers.Count == 0 || numbers.SkipLast(1).Any(number => number.Value.AsSpan().ContainsAny('.', ','));
    }

    private static decimal Whole(Match match, string name) => checked((int)Number(match, name));

    private static decimal Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? decimal.Parse(group.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<minus>-)?P(?!$)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+(?:[.,]\d+)?)W)?(?:(?<days>\d+(?:[.,]\d+)?)D)?(?:T(?!$)(?:(?<hours>\d+(?:[.,]\d+)?)H)?(?:(?<minutes>\d+(?:[.,]\d+)?)M)?(?:(?<seconds>\d+(?:[.,]\d+)?)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
