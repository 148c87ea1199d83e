namespace CaseFlow.Engine.Clocks;

/// <summary>Reads <c>"kind": "calendar"</c>.</summary>
internal static class OfficeCalendarReader
{
    private static readonly (string Key, DayOfWeek Day)[] Weekdays =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    public static OfficeCalendarFile Read(JsonPlace root)
    {
        root.HasOnly("kind", "id", "name", "zone", "week", "holidays", "off", "working");
        var lists = (root.Find("holidays")?.Items() ?? []).Select(CalendarParts.Id).ToList();
        var calendar = new WorkingCalendar(
            CalendarParts.Id(root.Required("id")), CalendarParts.Name(root.Required("name")), Zone(root.Required("zone")), Week(root.Required("week")));
        return new OfficeCalendarFile(calendar, lists, CalendarParts.OffAndWorking(root));
    }

    private static TimeZoneInfo Zone(JsonPlace place) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(place.Text(), out var zone) ? zone : throw place.Fault($"Expected a time zone such as Asia/Shanghai, but found '{place.Text()}'.");

    private static WeekHours Week(JsonPlace place)
    {
        place.HasOnly([.. Weekdays.Select(day => day.Key)]);
        var days = Weekdays
            .Where(day => place.Find(day.Key) is not null)
            .ToDictionary(day => day.Day, day => CalendarParts.Hours(place.Required(day.Key)));
        var problem = WeekHours.TryCreate(days, out var week);
        return problem is null ? week! : throw place.Fault(problem);
    }
}
