using System.Globalization;

namespace CaseFlow.Engine.Clocks;

/// <summary>A point in time as ISO 8601 writes it: with an offset, or in a zone's local time.</summary>
public static class Iso8601Date
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyyMMdd"];
    private static readonly string[] Times = ["HH:mm:ss.FFFFFFF", "HH:mm:ss", "HH:mm", "HHmmss", "HHmm"];
    private static readonly string[] Local = [.. Dates, .. Combine("")];
    private static readonly string[] WithOffset = [.. Combine("zzz"), .. Combine("zz")];

    /// <summary>Reads <c>2026-03-01T09:00:00+08:00</c>, <c>…Z</c>, <c>2026-03-01T09:00</c> or <c>2026-03-01</c> (midnight). Returns the problem, or null.</summary>
    public static string? TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var trimmed = text.Trim();
        var withOffset = trimmed.EndsWith('Z') ? trimmed[..^1] + "+00:00" : trimmed;
        if (DateTimeOffset.TryParseExact(withOffset, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant) && instant.Year is >= 1900 and <= 9990)
            return null;
        if (DateTime.TryParseExact(trimmed, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 1900 and <= 9990)
        {
            instant = ZoneTime.At(zone, local);
            return null;
        }

        return $"Expected a date and time such as 2026-03-01T09:00:00+08:00, but found '{text}'.";
    }

    private static IEnumerable<string> Combine(string offset) =>
        Dates.SelectMany(date => Times.Select(time => $"{date}'T'{time}{offset}"));
}
