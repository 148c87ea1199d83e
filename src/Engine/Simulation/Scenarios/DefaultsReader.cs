using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads what a scenario assumes of the elements it doesn't name.</summary>
internal static class DefaultsReader
{
    public static ScenarioDefaults Read(JsonPlace place)
    {
        place.HasOnly("perDay", "people", "task", "service", "resident", "message", "action", "optionalStep", "defaultValue", "ticked");
        var usual = new ScenarioDefaults();
        return usual with
        {
            PerDay = place.Find("perDay")?.Positive() ?? usual.PerDay,
            People = place.Find("people")?.Whole(0, 100_000) ?? usual.People,
            Task = place.Find("task") is { } task ? DistributionReader.Durations(task) : usual.Task,
            Service = place.Find("service") is { } service ? DistributionReader.Durations(service) : usual.Service,
            Resident = Reply(place.Find("resident"), usual.Resident),
            Message = Reply(place.Find("message"), usual.Message),
            Action = Reply(place.Find("action"), usual.Action),
            OptionalStep = Reply(place.Find("optionalStep"), usual.OptionalStep),
            DefaultValue = place.Find("defaultValue")?.Probability() ?? usual.DefaultValue,
            Ticked = place.Find("ticked")?.Probability() ?? usual.Ticked,
        };
    }

    private static StepPlan Reply(JsonPlace? place, StepPlan usual)
    {
        if (place is not { } given) return usual;
        given.HasOnly("chance", "duration");
        return usual with
        {
            Chance = given.Find("chance")?.Probability() ?? usual.Chance,
            Duration = given.Find("duration") is { } duration ? DistributionReader.Durations(duration) : usual.Duration,
        };
    }
}
