namespace CaseFlow.Engine.Clocks;

/// <summary>What becomes of a due time that exists: reminders on the way to it, pauses and extensions.</summary>
public static class DueChanges
{
    /// <summary>The time at which the given share of the time from start to due has passed, as the rule counts it: 0.8 lies before the due time, 1.5 after it.</summary>
    public static DueResult AtShare(WorkingCalendar calendar, DueRule rule, DateTimeOffset start, DateTimeOffset due, decimal share)
    {
        if (share == 1) return DueTime.Answer(calendar, start, rule, due);
        var whole = WorkingTime.Between(calendar, rule, start, due);
        var hours = share * whole.Ticks / TimeSpan.TicksPerHour;
        return DueTime.After(calendar, start, Continuous(rule), hours);
    }

    /// <summary>
    /// The due time after a pause: what was left when it began is left when it ends. A rule that ends at closing still does.
    /// A pause that began when the due time had come changes nothing.
    /// </summary>
    public static DueResult AfterPause(WorkingCalendar calendar, DueRule rule, DateTimeOffset due, DateTimeOffset pausedAt, DateTimeOffset resumedAt)
    {
        if (pausedAt >= due || resumedAt <= pausedAt) return DueTime.Answer(calendar, due, rule, due);
        var left = WorkingTime.Between(calendar, rule, pausedAt, due);
        var later = DueTime.After(calendar, resumedAt, Continuous(rule), (decimal)left.Ticks / TimeSpan.TicksPerHour);
        return later is DueAt { At: var at } && rule == DueRule.WorkingDaysEndOfNthDayAfter ? ClosingAfter(calendar, resumedAt, at) : later;
    }

    /// <summary>
    /// The due time put off by an amount of the rule's units. Unlike a start, a due time at closing belongs to the day that closes:
    /// Friday's closing put off by one working day is Monday's closing.
    /// </summary>
    public static DueResult Extended(WorkingCalendar calendar, DueRule rule, DateTimeOffset due, decimal amount)
    {
        if (amount == 0) return DueTime.Answer(calendar, due, rule, due);
        var plain = DueTime.After(calendar, due, rule, amount);
        if (rule != DueRule.WorkingDaysSameTime || plain is DueRefused) return plain;
        var local = ZoneTime.In(calendar.Zone, due);
        var date = OpenTime.NthOpenDateAfter(calendar, DateOnly.FromDateTime(local.DateTime), amount);
        return DueTime.Answer(calendar, due, rule, date is { } last ? DueTime.SameTimeOn(calendar, last, local.TimeOfDay) : null);
    }

    private static DueRule Continuous(DueRule rule) => rule.CountsWorkingTime() ? DueRule.WorkingHours : DueRule.ElapsedHours;

    private static DueResult ClosingAfter(WorkingCalendar calendar, DateTimeOffset start, DateTimeOffset due)
    {
        var closing = OpenTime.On(calendar, ZoneTime.DateIn(calendar.Zone, due.AddTicks(-1))).LastOrDefault().To;
        return DueTime.Answer(calendar, start, DueRule.WorkingDaysEndOfNthDayAfter, closing < due ? due : closing);
    }
}
