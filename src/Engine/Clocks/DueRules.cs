namespace CaseFlow.Engine.Clocks;

/// <summary>The names under which flows and files write the rules.</summary>
public static class DueRules
{
    private static readonly Dictionary<string, DueRule> ByName = new(StringComparer.Ordinal)
    {
        ["elapsed-hours"] = DueRule.ElapsedHours,
        ["working-hours"] = DueRule.WorkingHours,
        ["working-days-same-time"] = DueRule.WorkingDaysSameTime,
        ["working-days-end-of-nth-day-after"] = DueRule.WorkingDaysEndOfNthDayAfter,
        ["calendar-days"] = DueRule.CalendarDays,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static bool TryParse(string name, out DueRule rule) => ByName.TryGetValue(name, out rule);

    public static string NameOf(DueRule rule) => ByName.First(entry => entry.Value == rule).Key;

    /// <summary>Whether the rule counts by the office's opening hours, and so needs a calendar.</summary>
    public static bool CountsWorkingTime(this DueRule rule) =>
        rule is DueRule.WorkingHours or DueRule.WorkingDaysSameTime or DueRule.WorkingDaysEndOfNthDayAfter;

    /// <summary>Whether the rule counts days, of which there are only whole ones.</summary>
    public static bool CountsDays(this DueRule rule) => rule is not (DueRule.ElapsedHours or DueRule.WorkingHours);
}
