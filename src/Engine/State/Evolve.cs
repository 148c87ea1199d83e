using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

/// <summary>The only writer of a <see cref="CaseState"/>: what an event makes of it. It knows events, never the model, so replay needs no flow.</summary>
internal static class Evolve
{
    public static CaseState Apply(CaseState? state, CaseEvent @event, DateTimeOffset at)
    {
        if (state is null)
            return @event is CaseStarted started ? Start(started, at) : throw new InvalidOperationException($"Expected case-started as the first event, but found {EventJson.TypeOf(@event)}.");
        return Next(state, @event) with { Version = state.Version + 1 };
    }

    private static CaseState Start(CaseStarted started, DateTimeOffset at) => new()
    {
        CaseId = started.CaseId,
        Flow = started.Flow,
        Process = started.Process,
        Facts = started.Facts,
        BusinessKey = started.BusinessKey,
        StartedAt = at,
        Version = 1,
        Elements = Held<long, ElementInstance>.None.Add(0, new ElementInstance(0, started.Process, -1)),
    };

    private static CaseState Next(CaseState state, CaseEvent @event) => @event switch
    {
        ElementActivated e => EvolveElements.Activated(state, e),
        ElementCompleted e => EvolveElements.Completed(state, e.Key),
        ElementTerminated e => EvolveElements.Terminated(state, e.Key, e.ElementId),
        SequenceFlowTaken e => EvolveElements.FlowTaken(state, e),
        TokensDropped e => EvolveElements.TokensDropped(state, e),
        ProcessCalled e => EvolveElements.With(state, e.Key, element => element with { Called = e.Called }),
        LoopStarted e => EvolveElements.With(state, e.Key, element => element with { Loop = e.Loop }),
        LoopInstanceEnded e => EvolveElements.LoopInstanceEnded(state, e),
        VariablesSet e => EvolveElements.With(state, e.ScopeKey, element => element with { Variables = element.Variables.With(e.Values) }),
        TaskCreated or TaskClaimed or TaskReleased or TaskTransferred or TaskCompleted or TaskCancelled or TaskDueChanged => EvolveTasks.Apply(state, @event),
        JobCreated or JobCompleted or JobFailed or JobCancelled => EvolveJobs.Apply(state, @event),
        TimerScheduled or TimerFired or TimerCancelled or FollowUpsDeferred or FollowUpsResumed => EvolveWaits.ApplyTimer(state, @event),
        SubscriptionOpened or SubscriptionClosed or MessageReceived or SignalReceived or ConditionChanged => EvolveWaits.ApplySubscription(state, @event),
        ClockStarted or ClockStopped or ClockChanged or ClockMarked => EvolveCase.ApplyClock(state, @event),
        IncidentRaised or IncidentResolved => EvolveCase.ApplyIncident(state, @event),
        CompensationKept or CompensationStarted => EvolveCase.ApplyCompensation(state, @event),
        StageEntered or StageCompleted => EvolveCase.ApplyStage(state, @event),
        CaseMigrated e => EvolveMigration.Apply(state, e),
        ClosureChosen e => state with { Closure = e.Closure },
        CaseClosed e => EvolveCase.Closed(state, e),
        DecisionMade or NoteAdded or DeadLetterHandled or DocumentAttached or CaseLinked or EvaluationGiven => state,
        _ => throw new InvalidOperationException($"Expected an event that changes a running case, but found {@event.GetType().Name}."),
    };
}
