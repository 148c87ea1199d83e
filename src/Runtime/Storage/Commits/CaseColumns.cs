using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>The columns of a case that lists sort, filter and show, as they follow from its state.</summary>
internal sealed record CaseColumns(
    UnitPlace Unit, string Status, string? Closure, string? Title, string? Description, string? Category, string? Urgency, string? Place,
    string? Grid, DateTimeOffset? Due, string? Stage)
{
    public static CaseColumns Of(CaseState state, FlowPackage flow, UnitTree units) => new(
        UnitPlace.Of(units, UnitOf(state)), state.Status.ToString(), state.Closure, Text(state, "title"), Text(state, "description"),
        Text(state, "category"), Text(state, "urgency"), Text(state, "place"), Text(state, "grid"), EarliestDue(state), CurrentStage(state, flow));

    /// <summary>What a task's row repeats of its case.</summary>
    public (UnitPlace Unit, string? Title, string? Urgency, string? Place) OnTasks => (Unit, Title, Urgency, Place);

    /// <summary>Code of the unit that holds the case.</summary>
    public static string? UnitOf(CaseState state) => Text(state, "unit");

    private static string? Text(CaseState state, string name) => state.Variables.Find(name) switch
    {
        FeelString { Value.Length: > 0 } text => text.Value,
        _ => null,
    };

    private static DateTimeOffset? EarliestDue(CaseState state)
    {
        DateTimeOffset? earliest = null;
        foreach (var clock in state.Clocks.Values)
            if (clock.PausedAt is null && !(earliest <= clock.Due))
                earliest = clock.Due;
        return earliest;
    }

    /// <summary>The furthest of the stages that are active.</summary>
    private static string? CurrentStage(CaseState state, FlowPackage flow)
    {
        string? current = null;
        foreach (var stage in flow.Stages)
            if (state.Stages.TryGetValue(stage.ElementId, out var entered) && entered.Active)
                current = stage.ElementId;
        return current;
    }
}
