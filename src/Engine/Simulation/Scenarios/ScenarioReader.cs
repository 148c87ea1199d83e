using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads a scenario file (JSON). Its format stands in docs/simulation.md.</summary>
public static class ScenarioReader
{
    private const int MostDays = 3_660;

    /// <exception cref="CalendarFormatException">Not a scenario; the message names file and place.</exception>
    public static Scenario Read(string json, string file)
    {
        var root = JsonPlace.Parse(json, file);
        root.HasOnly("description", "from", "days", "warmUpDays", "cases", "arrivals", "staff", "steps", "activities", "directory", "calendars", "defaults");
        var scenario = new Scenario();
        return scenario with
        {
            From = root.Find("from")?.Date() ?? scenario.From,
            Days = root.Find("days")?.Whole(1, MostDays) ?? scenario.Days,
            WarmUpDays = root.Find("warmUpDays")?.Whole(0, MostDays) ?? 0,
            Cases = root.Find("cases")?.Whole(1, int.MaxValue),
            Arrivals = [.. root.Find("arrivals")?.Items().Select(ArrivalReader.Read) ?? []],
            Staff = Map(root.Find("staff"), StaffReader.Read),
            Steps = Map(root.Find("steps"), StepReader.Read),
            Activities = Map(root.Find("activities"), StepReader.Read),
            Directory = Map(root.Find("directory"), place => place.Items().Select(item => item.Text()).ToImmutableArray()),
            Calendars = [.. root.Find("calendars")?.Items().Select(place => OfficeCalendarReader.Read(place).Calendar) ?? []],
            Defaults = root.Find("defaults") is { } defaults ? DefaultsReader.Read(defaults) : scenario.Defaults,
        };
    }

    internal static ImmutableSortedDictionary<string, T> Map<T>(JsonPlace? place, Func<JsonPlace, T> read) =>
        (place?.Members() ?? []).ToImmutableSortedDictionary(member => member.Name, member => read(member.Place), StringComparer.Ordinal);
}
