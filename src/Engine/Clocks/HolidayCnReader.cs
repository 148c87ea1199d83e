using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Clocks;

/// <summary>
/// Reads a year file of the holiday-cn project. It may hold days of the year before, for which it doesn't speak in full;
/// a file without days, written before the notice came out, speaks for no year at all.
/// </summary>
internal static class HolidayCnReader
{
    public static HolidayList Read(JsonPlace root)
    {
        var year = root.Required("year").Year();
        var days = new SortedDictionary<DateOnly, SpecialDay>();
        foreach (var item in root.Required("days").Items())
        {
            var name = item.Required("name").Text();
            var date = item.Required("date").Date();
            days[date] = new SpecialDay(date, !item.Required("isOffDay").YesOrNo(), new LocalText(name));
        }

        HashSet<int> years = days.Keys.Any(date => date.Year == year) ? [year] : [];
        return new HolidayList($"holiday-cn-{year}", years, [.. days.Values]);
    }
}
