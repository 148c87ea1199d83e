namespace CaseFlow.Engine.Clocks;

/// <summary>How much time a clock has used or has left, in what its rule counts.</summary>
public static class WorkingTime
{
    /// <summary>How long the office was open between two instants; zero when the second is not later.</summary>
    public static TimeSpan Between(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        if (to <= from) return sum;
        var last = ZoneTime.DateIn(calendar.Zone, to);
        for (var date = ZoneTime.DateIn(calendar.Zone, from); date <= last && date <= OpenTime.LastDate; date = date.AddDays(1))
            foreach (var span in OpenTime.On(calendar, date))
                sum += Overlap(span, from, to);
        return sum;
    }

    /// <summary>Time between two instants as the rule counts it: open time for the working rules, elapsed time for the others.</summary>
    public static TimeSpan Between(WorkingCalendar calendar, DueRule rule, DateTimeOffset from, DateTimeOffset to) =>
        rule.CountsWorkingTime() ? Between(calendar, from, to) : to > from ? to - from : TimeSpan.Zero;

    private static TimeSpan Overlap(OpenSpan span, DateTimeOffset from, DateTimeOffset to)
    {
        var start = span.From > from ? span.From : from;
        var end = span.To < to ? span.To : to;
        return end > start ? end - start : TimeSpan.Zero;
    }
}
