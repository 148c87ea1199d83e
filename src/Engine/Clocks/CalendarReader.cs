namespace CaseFlow.Engine.Clocks;

/// <summary>Reads calendar files: our own format, described in workflows/calendars/README.md, and the year files of the holiday-cn project.</summary>
public static class CalendarReader
{
    /// <summary>Tells the kind of file by its content. Throws <see cref="CalendarFormatException"/> for a file that can't be used.</summary>
    public static CalendarFile Read(string json, string file)
    {
        var root = JsonPlace.Parse(json, file);
        if (root.Find("papers") is not null || root.Find("days") is not null) return new HolidayListFile(HolidayCnReader.Read(root));
        return root.Required("kind").Text() switch
        {
            "calendar" => OfficeCalendarReader.Read(root),
            "holidays" => new HolidayListFile(HolidayListReader.Read(root)),
            var other => throw root.Required("kind").Fault($"Expected 'calendar' or 'holidays', but found '{other}'."),
        };
    }

    /// <summary>The calendar with the holiday lists that it names, in its order. Throws <see cref="CalendarFormatException"/> when one of them is not there.</summary>
    public static WorkingCalendar Join(OfficeCalendarFile office, string file, IEnumerable<HolidayList> lists)
    {
        var byId = lists.GroupBy(list => list.Id).ToDictionary(group => group.Key, group => group.Last());
        var calendar = office.Calendar;
        foreach (var id in office.HolidayLists)
            calendar = calendar.With(byId.GetValueOrDefault(id) ?? throw new CalendarFormatException(file, "$.holidays", $"Expected a holiday list '{id}', but there is none."));
        return calendar.With(office.OwnDays);
    }
}
