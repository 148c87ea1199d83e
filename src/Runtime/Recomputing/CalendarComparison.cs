using CaseFlow.Engine.Clocks;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>In what two calendars differ, as far as due times hang on it.</summary>
internal static class CalendarComparison
{
    private static readonly DayOfWeek[] FromMonday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <param name="before">Null: a new calendar.</param>
    public static ZoneChange? Zone(WorkingCalendar? before, WorkingCalendar after) => before?.Zone.Id == after.Zone.Id ? null : new ZoneChange(before?.Zone.Id, after.Zone.Id);

    /// <inheritdoc cref="Zone"/>
    public static IReadOnlyList<WeekdayChange> Week(WorkingCalendar? before, WorkingCalendar after) =>
        [.. FromMonday.Select(day => new WeekdayChange(day, before?.Week[day] ?? DayHours.Closed, after.Week[day])).Where(change => change.Before.ToString() != change.After.ToString())];

    public static IReadOnlyList<DayChange> Days(IEnumerable<SpecialDay> before, IEnumerable<SpecialDay> after)
    {
        var (old, now) = (before.ToDictionary(day => day.Date), after.ToDictionary(day => day.Date));
        var changes = new List<DayChange>();
        foreach (var date in old.Keys.Union(now.Keys).Order())
        {
            var (was, will) = (old.GetValueOrDefault(date), now.GetValueOrDefault(date));
            if (Kind(was) == Kind(will)) continue;
            if (changes.Count > 0 && changes[^1] is var last && last.To.AddDays(1) == date && Alike(last.Before, was) && Alike(last.After, will)) changes[^1] = last with { To = date };
            else changes.Add(new DayChange(date, date, was, will));
        }

        return changes;
    }

    private static bool Alike(SpecialDay? one, SpecialDay? other) => Kind(one) == Kind(other) && one?.Name == other?.Name;

    /// <summary>A day's name moves no due time.</summary>
    private static (bool Special, bool Working, string? Hours) Kind(SpecialDay? day) => (day is not null, day?.IsWorkingDay ?? false, day?.Hours?.ToString());
}
