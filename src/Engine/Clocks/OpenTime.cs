namespace CaseFlow.Engine.Clocks;

/// <summary>
/// A calendar's opening hours as real time: an instant is open when the wall clock at it lies in the hours of its date.
/// So an hour that the clocks skip is no working time, and one that they repeat is two.
/// </summary>
internal static class OpenTime
{
    /// <summary>Beyond it nothing is computed: the walk over the days stays bounded, and date arithmetic can't overflow.</summary>
    public static readonly DateOnly LastDate = new(9990, 12, 31);

    public static List<OpenSpan> On(WorkingCalendar calendar, DateOnly date)
    {
        var spans = new List<OpenSpan>();
        var hours = calendar.HoursOn(date);
        if (!hours.IsOpen) return spans;
        var (before, after, change) = ZoneTime.OffsetsOn(calendar.Zone, date);
        AddSpans(spans, hours, date, before, DateTimeOffset.MinValue, change ?? DateTimeOffset.MaxValue);
        if (change is { } at) AddSpans(spans, hours, date, after, at, DateTimeOffset.MaxValue);
        return spans;
    }

    public static bool IsOpenOn(WorkingCalendar calendar, DateOnly date) => On(calendar, date).Count > 0;

    /// <summary>The instant by which that much open time has passed since <paramref name="start"/>; null beyond <see cref="LastDate"/>. No time at all: the first open instant.</summary>
    public static DateTimeOffset? After(WorkingCalendar calendar, DateTimeOffset start, TimeSpan amount)
    {
        var left = amount;
        var week = calendar.Week.Total;
        for (var date = ZoneTime.DateIn(calendar.Zone, start); date <= LastDate; date = date.AddDays(1))
        {
            while (left > week && IsOrdinaryWeek(calendar, date, start))
            {
                left -= week;
                date = date.AddDays(7);
            }

            foreach (var span in On(calendar, date))
            {
                var from = start > span.From ? start : span.From;
                if (from >= span.To) continue;
                if (left <= span.To - from) return from + left;
                left -= span.To - from;
            }
        }

        return null;
    }

    /// <summary>The n-th open date after the given one; null beyond <see cref="LastDate"/>. Zero: the date itself.</summary>
    public static DateOnly? NthOpenDateAfter(WorkingCalendar calendar, DateOnly date, decimal n)
    {
        var left = n;
        while (left > 0 && date <= LastDate)
        {
            if (left > calendar.Week.OpenDays && !calendar.HasSpecialDayIn(date.AddDays(1), 7))
            {
                left -= calendar.Week.OpenDays;
                date = date.AddDays(7);
                continue;
            }

            date = date.AddDays(1);
            if (IsOpenOn(calendar, date)) left--;
        }

        return date <= LastDate ? date : null;
    }

    /// <summary>Seven days from the date on that are all as the week says, without a clock change, and wholly after the start.</summary>
    private static bool IsOrdinaryWeek(WorkingCalendar calendar, DateOnly date, DateTimeOffset start)
    {
        if (date.AddDays(6) > LastDate || calendar.HasSpecialDayIn(date, 7)) return false;
        var (before, _, _) = ZoneTime.OffsetsOn(calendar.Zone, date);
        var (_, after, _) = ZoneTime.OffsetsOn(calendar.Zone, date.AddDays(6));
        return before == after && start <= ZoneTime.Instant(date.ToDateTime(TimeOnly.MinValue), before);
    }

    private static void AddSpans(List<OpenSpan> spans, DayHours hours, DateOnly date, TimeSpan offset, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var midnight = ZoneTime.Instant(date.ToDateTime(TimeOnly.MinValue), offset);
        foreach (var interval in hours.Intervals)
        {
            var from = Later(midnight + interval.From, notBefore);
            var to = Earlier(midnight + interval.To, notAfter);
            if (from >= to) continue;
            if (spans.Count > 0 && spans[^1].To == from) spans[^1] = new OpenSpan(spans[^1].From, to);
            else spans.Add(new OpenSpan(from, to));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
