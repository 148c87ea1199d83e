using System.Globalization;

namespace CaseFlow.Engine.Clocks;

/// <summary>A BPMN time cycle: <c>R3/PT10M</c> (three times, every ten minutes), <c>R/2026-03-01T09:00/P1D</c> (from then on, every day), <c>R3/PT10M/2026-03-01</c> (until then).</summary>
/// <param name="Times">How often it fires; null: without end.</param>
/// <param name="Start">When it fires first; null: one period after the timer begins.</param>
/// <param name="End">It never fires after it; null: no such bound.</param>
public sealed record RepeatingInterval(long? Times, DateTimeOffset? Start, Iso8601Duration Period, DateTimeOffset? End, TimeZoneInfo Zone)
{
    /// <summary>Dates without an offset are local times of the zone, and days and months of the period are its days and months. Returns the problem, or null.</summary>
    public static string? TryParse(string text, TimeZoneInfo zone, out RepeatingInterval? interval)
    {
        interval = null;
        var parts = text.Trim().Split('/');
        if (parts.Length is < 2 or > 3 || !TryParseTimes(parts[0], out var times))
            return $"Expected a repeating interval such as R3/PT10M or R/2026-03-01T09:00/P1D, but found '{text}'.";
        var isPeriodFirst = parts[1].StartsWith('P');
        if (Iso8601Duration.TryParse(isPeriodFirst ? parts[1] : parts[^1], out var period) is { } problem) return problem;
        if (!period.IsPositive) return $"Expected a period longer than nothing, but found '{text}'.";
        DateTimeOffset bound = default;
        if (parts.Length == 3 && Iso8601Date.TryParse(isPeriodFirst ? parts[2] : parts[1], zone, out bound) is { } wrongDate) return wrongDate;
        DateTimeOffset? end = parts.Length == 3 && isPeriodFirst ? bound : null;
        interval = new RepeatingInterval(times, parts.Length == 3 && !isPeriodFirst ? bound : null, period, end, zone);
        return null;
    }

    /// <summary>When it fires for the n-th time, counted from 1; null when it doesn't fire that often.</summary>
    /// <param name="begin">When the timer began; without meaning when the interval has its own start.</param>
    public DateTimeOffset? Occurrence(long n, DateTimeOffset begin)
    {
        if (n < 1 || n > Times) return null;
        var at = Start is { } start ? Period.AddTo(start, Zone, n - 1) : Period.AddTo(begin, Zone, n);
        return at > End ? null : at;
    }

    /// <summary>The number and time of the first firing after an instant: how a timer goes on after an outage without firing for each period missed.</summary>
    public (long Number, DateTimeOffset At)? FirstAfter(DateTimeOffset instant, DateTimeOffset begin)
    {
        long low = 0, high = 1;
        while (Occurrence(high, begin) is { } at && at <= instant) (low, high) = (high, high * 2);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (Occurrence(middle, begin) is { } at && at <= instant) low = middle;
            else high = middle;
        }

        return Occurrence(high, begin) is { } first ? (high, first) : null;
    }

    private static bool TryParseTimes(string text, out long? times)
    {
        times = null;
        if (text is "R" or "R-1") return true;
        if (!text.StartsWith('R') || !long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1) return false;
        times = count;
        return true;
    }
}
