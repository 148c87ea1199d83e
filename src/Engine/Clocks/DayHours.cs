namespace CaseFlow.Engine.Clocks;

/// <summary>The opening hours of one day, in order and without overlap. Two intervals that touch are one. No interval: closed.</summary>
public sealed class DayHours
{
    private DayHours(IReadOnlyList<OpeningInterval> intervals)
    {
        Intervals = intervals;
        Total = intervals.Aggregate(TimeSpan.Zero, (sum, interval) => sum + (interval.To - interval.From));
    }

    public static DayHours Closed { get; } = new([]);

    public static DayHours AroundTheClock { get; } = new([OpeningInterval.WholeDay]);

    public IReadOnlyList<OpeningInterval> Intervals { get; }

    /// <summary>How long the day is open, on a day without a clock change.</summary>
    public TimeSpan Total { get; }

    public bool IsOpen => Intervals.Count > 0;

    /// <summary>Returns the problem, or null when the intervals make a day.</summary>
    public static string? TryCreate(IEnumerable<OpeningInterval> intervals, out DayHours hours)
    {
        hours = Closed;
        var joined = new List<OpeningInterval>();
        foreach (var interval in intervals.OrderBy(interval => interval.From))
        {
            if (joined.Count == 0 || joined[^1].To < interval.From) joined.Add(interval);
            else if (joined[^1].To == interval.From) joined[^1] = joined[^1].JoinedWith(interval);
            else return $"Expected opening hours that don't overlap, but {joined[^1]} and {interval} do.";
        }

        hours = new DayHours(joined);
        return null;
    }

    public override string ToString() => string.Join(",", Intervals);
}
