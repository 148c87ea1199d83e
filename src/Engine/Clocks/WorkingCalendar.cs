using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Clocks;

/// <summary>When an office is open: a time zone, an ordinary week, and the dates that differ from it. Never changed once made.</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, SpecialDay> _special;
    private readonly DateOnly[] _specialDates;

    private WorkingCalendar(string id, LocalText name, TimeZoneInfo zone, WeekHours week, Dictionary<DateOnly, SpecialDay> special, IReadOnlySet<int>? years)
    {
        (Id, Name, Zone, Week, _special, Years) = (id, name, zone, week, special, years);
        _specialDates = [.. special.Keys.Order()];
    }

    /// <summary>A calendar whose ordinary week holds in every year.</summary>
    public WorkingCalendar(string id, LocalText name, TimeZoneInfo zone, WeekHours week)
        : this(id, name, zone, week, [], null) { }

    /// <summary>Open always: what a zone is enough for.</summary>
    public static WorkingCalendar AroundTheClock(TimeZoneInfo zone) =>
        new("around-the-clock", new LocalText("全天候", "Around the clock"), zone, WeekHours.AroundTheClock);

    public string Id { get; }

    public LocalText Name { get; }

    public TimeZoneInfo Zone { get; }

    public WeekHours Week { get; }

    /// <summary>The years whose holidays are known; null: there are no holidays to know, the week holds in every year.</summary>
    public IReadOnlySet<int>? Years { get; }

    public IEnumerable<SpecialDay> SpecialDays => _specialDates.Select(date => _special[date]);

    /// <summary>This calendar with more holidays. Where both know a date, the new list has its way.</summary>
    public WorkingCalendar With(HolidayList list) =>
        With(list.Days, new HashSet<int>([.. Years ?? new HashSet<int>(), .. list.Years]));

    /// <summary>This calendar with days of its own, which don't claim to cover their year.</summary>
    public WorkingCalendar With(IEnumerable<SpecialDay> days) => With(days, Years);

    /// <summary>This calendar with another zone and week, and the same special days.</summary>
    public WorkingCalendar With(TimeZoneInfo zone, WeekHours week) => new(Id, Name, zone, week, _special, Years);

    public SpecialDay? SpecialDayOn(DateOnly date) => _special.GetValueOrDefault(date);

    public DayHours HoursOn(DateOnly date)
    {
        var weekday = Week[date.DayOfWeek];
        if (!_special.TryGetValue(date, out var special)) return weekday;
        if (!special.IsWorkingDay) return DayHours.Closed;
        return special.Hours ?? (weekday.IsOpen ? weekday : Week.Usual);
    }

    /// <summary>Whether the holidays of that year are known.</summary>
    public bool Covers(int year) => Years is null || Years.Contains(year);

    internal bool HasSpecialDayIn(DateOnly from, int days)
    {
        var at = Array.BinarySearch(_specialDates, from);
        if (at < 0) at = ~at;
        return at < _specialDates.Length && _specialDates[at] < from.AddDays(days);
    }

    private WorkingCalendar With(IEnumerable<SpecialDay> days, IReadOnlySet<int>? years)
    {
        var special = new Dictionary<DateOnly, SpecialDay>(_special);
        foreach (var day in days) special[day.Date] = day;
        return new WorkingCalendar(Id, Name, Zone, Week, special, years);
    }
}
