using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Calendars;

/// <summary>Reads a week as people type it: days such as <c>Mon-Fri</c> or <c>Mon,Wed,Sat</c>, and hours such as <c>09:00-12:00,13:00-17:00</c> for all of them.</summary>
internal static class WeekText
{
    private static readonly DayOfWeek[] Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Returns the problem, or null when the week is good.</summary>
    public static string? TryParse(string days, IEnumerable<string> hours, out WeekHours? week)
    {
        week = null;
        if (TryParseHours(hours, out var dayHours) is { } wrongHours) return wrongHours;
        var open = new Dictionary<DayOfWeek, DayHours>();
        foreach (var part in days.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParseRange(part, out var first, out var last)) return $"Expected days such as Mon-Fri or Mon,Wed,Sat, but found '{part}'.";
            for (var day = first; ; day = (day + 1) % 7)
            {
                open[Days[day]] = dayHours;
                if (day == last) break;
            }
        }

        return WeekHours.TryCreate(open, out week);
    }

    private static string? TryParseHours(IEnumerable<string> texts, out DayHours hours)
    {
        hours = DayHours.Closed;
        var intervals = new List<OpeningInterval>();
        foreach (var text in texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (OpeningInterval.TryParse(text, out var interval) is { } problem) return problem;
            intervals.Add(interval);
        }

        return DayHours.TryCreate(intervals, out hours);
    }

    private static bool TryParseRange(string text, out int first, out int last)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        first = IndexOf(ends[0]);
        last = IndexOf(ends[^1]);
        return ends.Length <= 2 && first >= 0 && last >= 0;
    }

    private static int IndexOf(string name) =>
        name.Length < 3 ? -1 : Array.FindIndex(Days, day => day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
