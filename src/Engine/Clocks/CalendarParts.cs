using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Clocks;

/// <summary>The pieces that both kinds of our own files have.</summary>
internal static class CalendarParts
{
    public static string Id(JsonPlace place)
    {
        var id = place.Text();
        var good = char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return good ? id : throw place.Fault($"Expected a name of letters, digits, '-', '_' and '.' that starts with a letter, but found '{id}'.");
    }

    public static LocalText Name(JsonPlace place)
    {
        place.HasOnly("zh-CN", "en");
        return new LocalText(place.Required("zh-CN").Text(), place.Required("en").Text());
    }

    public static DayHours Hours(JsonPlace place)
    {
        var problem = DayHours.TryCreate(place.Items().Select(Interval).ToList(), out var hours);
        return problem is null ? hours : throw place.Fault(problem);
    }

    /// <summary>One date (<c>date</c>) or a stretch of dates (<c>from</c>, <c>to</c>, both included), with a name and, for working days, hours.</summary>
    public static IEnumerable<SpecialDay> Days(JsonPlace place, bool working)
    {
        if (working) place.HasOnly("date", "from", "to", "name", "hours");
        else place.HasOnly("date", "from", "to", "name");
        var name = Name(place.Required("name"));
        var hours = place.Find("hours") is { } own ? Hours(own) : null;
        if (hours is { IsOpen: false }) throw place.Fault("Expected opening hours on a working day, but the list is empty.");
        var (from, to) = Stretch(place);
        return Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(n => new SpecialDay(from.AddDays(n), working, name, hours)).ToList();
    }

    /// <summary>The days of <c>off</c> and <c>working</c>. A date in both, or twice in one, is refused.</summary>
    public static List<SpecialDay> OffAndWorking(JsonPlace place)
    {
        var days = new List<SpecialDay>();
        foreach (var (list, working) in new[] { ("off", false), ("working", true) })
            foreach (var item in place.Find(list)?.Items() ?? [])
                foreach (var day in Days(item, working))
                {
                    if (days.Any(known => known.Date == day.Date)) throw item.Fault($"Expected each date once, but {day.Date:yyyy-MM-dd} is there before.");
                    days.Add(day);
                }

        return days;
    }

    private static (DateOnly From, DateOnly To) Stretch(JsonPlace place)
    {
        if (place.Find("date") is { } single)
            return place.Find("from") is null && place.Find("to") is null ? (single.Date(), single.Date()) : throw place.Fault("Expected either 'date', or 'from' and 'to', but found both.");
        var (from, to) = (place.Required("from").Date(), place.Required("to").Date());
        var days = to.DayNumber - from.DayNumber;
        return days is >= 0 and < 366 ? (from, to) : throw place.Fault("Expected 'to' on or after 'from', and at most a year later.");
    }

    private static OpeningInterval Interval(JsonPlace place)
    {
        var problem = OpeningInterval.TryParse(place.Text(), out var interval);
        return problem is null ? interval : throw place.Fault(problem);
    }
}
