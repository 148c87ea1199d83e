using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Values of a scenario file.</summary>
internal static class ScenarioPlaces
{
    public static int Whole(this JsonPlace place, int least, int most) =>
        place.Value.ValueKind == System.Text.Json.JsonValueKind.Number && place.Value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw place.Fault(most == int.MaxValue ? $"Expected a whole number from {least} up, but found {place.Value.GetRawText()}." : $"Expected a whole number from {least} to {most}, but found {place.Value.GetRawText()}.");

    public static double Number(this JsonPlace place) =>
        place.Value.ValueKind == System.Text.Json.JsonValueKind.Number ? place.Value.GetDouble() : throw place.Fault($"Expected a number, but found {place.Value.GetRawText()}.");

    /// <summary>A weight, or a mean number: zero or more.</summary>
    public static double Positive(this JsonPlace place) =>
        place.Number() is >= 0 and < 1e12 and var number ? number : throw place.Fault($"Expected a number from 0 up, but found {place.Value.GetRawText()}.");

    public static double Probability(this JsonPlace place) =>
        place.Number() is >= 0 and <= 1 and var number ? number : throw place.Fault($"Expected a probability from 0 to 1, but found {place.Value.GetRawText()}.");

    public static IEnumerable<(string Name, JsonPlace Place)> Members(this JsonPlace place)
    {
        if (!place.IsObject) throw place.Fault("Expected an object.");
        return place.Value.EnumerateObject().Select(member => (member.Name, new JsonPlace(place.File, $"{place.Path}.{member.Name}", member.Value)));
    }

    /// <summary>Seconds of an ISO 8601 duration; a day counts 24 hours.</summary>
    public static double Seconds(this JsonPlace place)
    {
        if (Iso8601Duration.TryParse(place.Text(), out var duration) is { } problem) throw place.Fault(problem);
        if (duration.Months != 0 || duration.Days < 0 || duration.Time < TimeSpan.Zero) throw place.Fault($"Expected a duration of days, hours, minutes and seconds, but found '{place.Text()}'.");
        return duration.Days * 86_400 + duration.Time.TotalSeconds;
    }
}
