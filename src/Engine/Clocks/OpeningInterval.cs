using System.Globalization;

namespace CaseFlow.Engine.Clocks;

/// <summary>A stretch of one day in local wall time, measured from midnight: open from <see cref="From"/>, closed from <see cref="To"/> on. <see cref="To"/> may be 24:00.</summary>
public readonly record struct OpeningInterval
{
    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    private OpeningInterval(TimeSpan from, TimeSpan to) => (From, To) = (from, to);

    public static OpeningInterval WholeDay { get; } = new(TimeSpan.Zero, Midnight);

    public TimeSpan From { get; }

    public TimeSpan To { get; }

    /// <summary>Reads <c>09:00-17:00</c>; seconds are allowed. Returns the problem, or null when the interval is good.</summary>
    public static string? TryParse(string text, out OpeningInterval interval)
    {
        interval = default;
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !TryParseTime(ends[0], out var from) || !TryParseTime(ends[1], out var to))
            return $"Expected opening hours such as 09:00-17:00, but found '{text}'.";
        if (to <= from)
            return $"Expected opening hours that end later on the same day, but found '{text}'. Hours past midnight are written as two intervals: up to 24:00, and from 00:00 of the next day.";
        interval = new OpeningInterval(from, to);
        return null;
    }

    internal OpeningInterval JoinedWith(OpeningInterval next) => new(From, next.To);

    public override string ToString() => Format(From) + "-" + Format(To);

    private static string Format(TimeSpan time)
    {
        var hours = ((int)time.TotalHours).ToString("00", CultureInfo.InvariantCulture);
        return hours + time.ToString(time.Seconds == 0 ? @"\:mm" : @"\:mm\:ss", CultureInfo.InvariantCulture);
    }

    private static bool TryParseTime(string text, out TimeSpan time)
    {
        time = Midnight;
        if (text is "24:00" or "24:00:00") return true;
        if (!TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return false;
        time = clock.ToTimeSpan();
        return true;
    }
}
