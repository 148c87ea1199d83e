namespace CaseFlow.Engine.Feel;

/// <summary>A date and a time of day, local or with a zone.</summary>
public sealed record FeelDateTime(FeelDate Date, FeelTime Time) : FeelValue
{
    public FeelZone? Zone => Time.Zone;

    /// <summary>Seconds since 1970-01-01T00:00Z; a local value counts as being at the given offset.</summary>
    internal decimal SecondsUtc(int offsetWhenLocal) =>
        Date.DayNumber * 86_400m + Time.NanosecondOfDay / 1_000_000_000m - (OffsetSeconds ?? offsetWhenLocal);

    /// <summary>Seconds east of UTC; null for a local value.</summary>
    internal int? OffsetSeconds => Zone?.OffsetAt(Date, Time.NanosecondOfDay);

    public static FeelDateTime From(DateTimeOffset moment) => new(
        FeelDate.From(DateOnly.FromDateTime(moment.DateTime)),
        FeelTime.From(TimeOnly.FromDateTime(moment.DateTime), FeelZone.FromOffset((long)moment.Offset.TotalSeconds)));

    /// <summary>The moment this value names, a local value read at <paramref name="localOffset"/>; null outside the years 1 to 9999.</summary>
    public DateTimeOffset? ToMoment(TimeSpan localOffset)
    {
        if (Date.Year is < 1 or > 9999) return null;
        var offset = OffsetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : localOffset;
        var ticks = new DateOnly(Date.Year, Date.Month, Date.Day).DayNumber * TimeSpan.TicksPerDay + Time.NanosecondOfDay / 100;
        var utcTicks = ticks - offset.Ticks;
        return utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, RoundToMinutes(offset));
    }

    /// <summary>The local value so many seconds after 1970-01-01T00:00 local time; null when it leaves the calendar.</summary>
    internal static FeelDateTime? FromLocalSeconds(decimal seconds, FeelZone? zone)
    {
        var days = Math.Floor(seconds / 86_400m);
        if (Math.Abs(days) > 366m * FeelDate.MaxYear) return null;
        var date = FeelDate.FromDayNumber((long)days);
        return date is null ? null : new FeelDateTime(date, new FeelTime((long)((seconds - days * 86_400m) * 1_000_000_000m), zone));
    }

    /// <summary>This value moved along the time line; a named zone's offset is worked out anew.</summary>
    internal FeelDateTime? AddSeconds(decimal seconds)
    {
        if (Zone?.Id is null) return FromLocalSeconds(SecondsUtc(0) + (OffsetSeconds ?? 0) + seconds, Zone);
        var instant = SecondsUtc(0) + seconds;
        return FromLocalSeconds(instant + Zone.OffsetAtInstant(instant), Zone);
    }

    internal FeelDateTime? AddMonths(long months) => Date.AddMonths(months) is { } date ? this with { Date = date } : null;

    internal string Text => Date.Text + "T" + Time.Text;

    private static TimeSpan RoundToMinutes(TimeSpan offset) => TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes));
}
