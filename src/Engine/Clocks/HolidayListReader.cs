namespace CaseFlow.Engine.Clocks;

/// <summary>Reads <c>"kind": "holidays"</c>: notices in the order of their publication, of which the last about a date has its way.</summary>
internal static class HolidayListReader
{
    public static HolidayList Read(JsonPlace root)
    {
        root.HasOnly("kind", "id", "name", "years", "notices");
        var days = new SortedDictionary<DateOnly, SpecialDay>();
        foreach (var notice in root.Required("notices").Items())
        {
            notice.HasOnly("title", "published", "url", "off", "working");
            notice.Required("title").Text();
            notice.Find("published")?.Date();
            foreach (var day in CalendarParts.OffAndWorking(notice)) days[day.Date] = day;
        }

        CalendarParts.Name(root.Required("name"));
        return new HolidayList(CalendarParts.Id(root.Required("id")), Years(root.Required("years"), days.Keys), [.. days.Values]);
    }

    /// <summary>A year is only known when there is at least one day of it.</summary>
    private static HashSet<int> Years(JsonPlace place, IEnumerable<DateOnly> dates)
    {
        var known = dates.Select(date => date.Year).ToHashSet();
        foreach (var item in place.Items())
            if (!known.Contains(item.Year()))
                throw item.Fault($"Expected at least one day of {item.Year()} in the notices, but there is none.");
        return [.. place.Items().Select(item => item.Year())];
    }
}
