namespace CaseFlow.Engine.Clocks;

/// <summary>
/// Local wall time against instants. Only offsets of instants are asked of the zone: those are never ambiguous.
/// Assumes at most one clock change in any two days, which holds for every zone since 1970.
/// </summary>
public static class ZoneTime
{
    /// <summary>
    /// The instant of a local wall time. A time that the clocks skip is as much later as they jump; of a time that comes twice, the first.
    /// </summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        var (before, after) = OffsetsAround(zone, local);
        var early = Instant(local, before);
        var late = Instant(local, after);
        var existsOnlyAfter = zone.GetUtcOffset(early) != before && zone.GetUtcOffset(late) == after;
        return In(zone, existsOnlyAfter ? late : early);
    }

    /// <summary>The same instant, told in the zone's local time.</summary>
    public static DateTimeOffset In(TimeZoneInfo zone, DateTimeOffset instant) => instant.ToOffset(zone.GetUtcOffset(instant));

    public static DateOnly DateIn(TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(In(zone, instant).DateTime);

    /// <summary>The offsets that can hold on that local date, and the instant at which the first gives way to the second (null: one offset).</summary>
    internal static (TimeSpan Before, TimeSpan After, DateTimeOffset? Change) OffsetsOn(TimeZoneInfo zone, DateOnly date)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        var (before, after) = OffsetsAround(zone, noon);
        return (before, after, before == after ? null : ChangeBetween(zone, Instant(noon, TimeSpan.Zero).AddHours(-36), Instant(noon, TimeSpan.Zero).AddHours(36), before));
    }

    internal static DateTimeOffset Instant(DateTime local, TimeSpan offset) =>
        new(DateTime.SpecifyKind(local - offset, DateTimeKind.Unspecified), TimeSpan.Zero);

    /// <summary>36 hours each way reach past every real offset (-12 to +14) from any time of the day whose noon is given.</summary>
    private static (TimeSpan Before, TimeSpan After) OffsetsAround(TimeZoneInfo zone, DateTime local)
    {
        var asUtc = Instant(local, TimeSpan.Zero);
        return (zone.GetUtcOffset(asUtc.AddHours(-36)), zone.GetUtcOffset(asUtc.AddHours(36)));
    }

    private static DateTimeOffset ChangeBetween(TimeZoneInfo zone, DateTimeOffset low, DateTimeOffset high, TimeSpan before)
    {
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low.AddSeconds(Math.Floor((high - low).TotalSeconds / 2));
            if (zone.GetUtcOffset(middle) == before) low = middle;
            else high = middle;
        }

        return high;
    }
}
