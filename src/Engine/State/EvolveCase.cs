using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

internal static class EvolveCase
{
    public static CaseState ApplyClock(CaseState state, CaseEvent @event) => @event switch
    {
        ClockStarted e => WithClock(state, e.Clock) with { NextKey = Math.Max(state.NextKey, e.Clock.Key + 1) },
        ClockChanged e => WithClock(state, e.Clock),
        ClockMarked e => WithClock(state, e.Clock),
        ClockStopped e => state with { Clocks = state.Clocks.Remove(e.ClockKey) },
        _ => throw new InvalidOperationException($"Expected an event of a clock, but found {@event.GetType().Name}."),
    };

    public static CaseState ApplyIncident(CaseState state, CaseEvent @event) => @event switch
    {
        IncidentRaised e => state with
        {
            Incidents = state.Incidents.Add(e.Incident.Key, e.Incident),
            NextKey = Math.Max(state.NextKey, e.Incident.Key + 1),
        },
        IncidentResolved e => state with { Incidents = state.Incidents.Remove(e.IncidentKey) },
        _ => throw new InvalidOperationException($"Expected an event of an incident, but found {@event.GetType().Name}."),
    };

    public static CaseState ApplyCompensation(CaseState state, CaseEvent @event) => @event switch
    {
        CompensationKept e => state with
        {
            NextKey = Math.Max(state.NextKey, e.Compensation.Key + 1),
            Compensations = state.Compensations.RemoveRange(state.Compensations.Values.Where(kept => kept.ScopeKey == e.ElementKey && e.ElementKey != 0).Select(kept => kept.Key)).SetItem(e.Compensation.Key, e.Compensation),
        },
        CompensationStarted e => state with { Compensations = state.Compensations.Remove(e.Key) },
        _ => throw new InvalidOperationException($"Expected an event of compensation, but found {@event.GetType().Name}."),
    };

    public static CaseState ApplyStage(CaseState state, CaseEvent @event) => @event switch
    {
        StageEntered e => state with { Stages = state.Stages.SetItem(e.Stage, new StageState(e.Stage, e.Round, true)) },
        StageCompleted e => state with { Stages = state.Stages.SetItem(e.Stage, new StageState(e.Stage, e.Round, false)) },
        _ => throw new InvalidOperationException($"Expected an event of a stage, but found {@event.GetType().Name}."),
    };

    /// <summary>Only the case's variables outlive it.</summary>
    public static CaseState Closed(CaseState state, CaseClosed e) => state with
    {
        Status = e.Status,
        Closure = e.Closure,
        Deferred = [],
        WaitingTokens = 0,
        Compensations = state.Compensations.Clear(),
        Elements = state.Elements.Clear().Add(0, state.Elements[0] with { Tokens = [], Children = 0, Waits = [] }),
    };

    private static CaseState WithClock(CaseState state, ClockState clock) => state with { Clocks = state.Clocks.SetItem(clock.Key, clock) };
}
