namespace CaseFlow.Engine.Clocks;

/// <summary>
/// When something is due. For the working rules a start outside opening hours counts from the next opening (closing time itself is outside),
/// and a due time that falls on closing is that closing, not the next opening.
/// </summary>
public static class DueTime
{
    private const decimal MostHours = 80_000_000m;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9990, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time that lies the amount after the start.</summary>
    /// <param name="amount">Hours, which may be a fraction, or whole days, as the rule says. Not negative.</param>
    public static DueResult After(WorkingCalendar calendar, DateTimeOffset start, DueRule rule, decimal amount)
    {
        if (ProblemOf(start, rule, amount) is { } problem) return new DueRefused(problem);
        DateTimeOffset? due = rule switch
        {
            DueRule.ElapsedHours => Hours(amount) <= Latest - start ? start + Hours(amount) : null,
            DueRule.WorkingHours => OpenTime.After(calendar, start, Hours(amount)),
            DueRule.WorkingDaysSameTime => SameTimeAfter(calendar, start, amount),
            DueRule.WorkingDaysEndOfNthDayAfter => EndOfDayAfter(calendar, start, amount),
            DueRule.CalendarDays => CalendarDaysAfter(calendar.Zone, start, amount),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected a rule of this list."),
        };
        return Answer(calendar, start, rule, due);
    }

    /// <summary>The instant by which that much working time has passed since the start. A start outside opening hours counts from the next opening.</summary>
    public static DueResult AfterWorking(WorkingCalendar calendar, DateTimeOffset start, TimeSpan amount) =>
        After(calendar, start, DueRule.WorkingHours, (decimal)amount.Ticks / TimeSpan.TicksPerHour);

    internal static DueResult Answer(WorkingCalendar calendar, DateTimeOffset start, DueRule rule, DateTimeOffset? due)
    {
        if (due is not { } at || at > Latest) return new DueRefused("Expected a due time before the year 9991, but the amount leads beyond it.");
        var local = ZoneTime.In(calendar.Zone, at);
        return new DueAt(local, rule.CountsWorkingTime() ? MissingYears(calendar, start, local) : []);
    }

    internal static DateTimeOffset? SameTimeOn(WorkingCalendar calendar, DateOnly date, TimeSpan timeOfDay)
    {
        var at = ZoneTime.At(calendar.Zone, date.ToDateTime(TimeOnly.MinValue) + timeOfDay);
        var spans = OpenTime.On(calendar, date);
        if (at < spans[0].From) return spans[0].From;
        var last = spans.Last(span => span.From <= at);
        return at < last.To ? at : last.To;
    }

    private static string? ProblemOf(DateTimeOffset start, DueRule rule, decimal amount)
    {
        if (amount < 0) return $"Expected an amount of zero or more, but found {amount}.";
        if (rule.CountsDays() && amount != decimal.Truncate(amount)) return $"Expected a whole number of days for {DueRules.NameOf(rule)}, but found {amount}.";
        if (amount > MostHours) return $"Expected an amount of {MostHours} or less, but found {amount}.";
        if (start < Earliest || start > Latest) return $"Expected a start between the years 1900 and 9990, but found {start:yyyy-MM-dd}.";
        return null;
    }

    private static TimeSpan Hours(decimal amount) => TimeSpan.FromTicks((long)Math.Round(amount * TimeSpan.TicksPerHour));

    private static DateTimeOffset? SameTimeAfter(WorkingCalendar calendar, DateTimeOffset start, decimal days)
    {
        if (OpenTime.After(calendar, start, TimeSpan.Zero) is not { } from) return null;
        if (days == 0) return from;
        var local = ZoneTime.In(calendar.Zone, from);
        return OpenTime.NthOpenDateAfter(calendar, DateOnly.FromDateTime(local.DateTime), days) is { } date
            ? SameTimeOn(calendar, date, local.TimeOfDay)
            : null;
    }

    /// <summary>Zero days: the closing of the day of receipt, or of the next working day when it was received outside opening hours.</summary>
    private static DateTimeOffset? EndOfDayAfter(WorkingCalendar calendar, DateTimeOffset start, decimal days)
    {
        var receipt = days == 0 ? OpenTime.After(calendar, start, TimeSpan.Zero) : start;
        if (receipt is not { } from) return null;
        var date = OpenTime.NthOpenDateAfter(calendar, ZoneTime.DateIn(calendar.Zone, from), days);
        return date is { } last ? OpenTime.On(calendar, last)[^1].To : null;
    }

    private static DateTimeOffset? CalendarDaysAfter(TimeZoneInfo zone, DateTimeOffset start, decimal days)
    {
        var local = ZoneTime.In(zone, start);
        if (days == 0) return local;
        return days <= OpenTime.LastDate.DayNumber - DateOnly.FromDateTime(local.DateTime).DayNumber
            ? ZoneTime.At(zone, local.DateTime.AddDays((double)days))
            : null;
    }

    private static int[] MissingYears(WorkingCalendar calendar, DateTimeOffset start, DateTimeOffset due)
    {
        var first = ZoneTime.In(calendar.Zone, start).Year;
        return calendar.Years is null ? [] : [.. Enumerable.Range(first, due.Year - first + 1).Where(year => !calendar.Covers(year))];
    }
}
