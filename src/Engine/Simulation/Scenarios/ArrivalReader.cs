using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads how cases arrive: from a scenario file, or as it is typed on a command line.</summary>
public static class ArrivalReader
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads <c>20/day</c>, <c>8/workday</c>, <c>2/hour</c>. Returns the problem, or null.</summary>
    public static string? TryParse(string text, out ArrivalPlan plan)
    {
        plan = ArrivalPlan.Daily(0);
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and < 1e9) || parts[1] is not ("hour" or "day" or "workday"))
            return $"Expected arrivals such as 20/day, 8/workday or 2/hour, but found '{text}'.";
        plan = new ArrivalPlan(null, parts[1] == "hour" ? number * 24 : number, parts[1] == "workday", [], []);
        return null;
    }

    internal static ArrivalPlan Read(JsonPlace place)
    {
        place.HasOnly("start", "rate", "every", "hours", "weekdays");
        var start = place.Find("start")?.Text();
        if (place.Find("every") is { } every) return new ArrivalPlan(start, 0, false, [], [], DistributionReader.Durations(every));
        var rate = place.Required("rate");
        if (TryParse(rate.Text(), out var plan) is { } problem) throw rate.Fault(problem);
        return plan with { Start = start, Hours = Hours(place.Find("hours")), Weekdays = Days(place.Find("weekdays")) };
    }

    private static ImmutableArray<double> Hours(JsonPlace? place)
    {
        if (place is not { } given) return [];
        var weights = given.Items().Select(ScenarioPlaces.Positive).ToImmutableArray();
        return weights.Length == 24 && weights.Any(weight => weight > 0) ? weights : throw given.Fault("Expected 24 weights, one an hour from midnight, not all 0.");
    }

    private static ImmutableArray<double> Days(JsonPlace? place)
    {
        if (place is not { } given) return [];
        given.HasOnly(Weekdays);
        var weights = Weekdays.Select(day => given.Find(day)?.Positive() ?? 0).ToImmutableArray();
        return weights.Any(weight => weight > 0) ? weights : throw given.Fault("Expected a day with a weight above 0.");
    }
}
