using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Runtime.Queries;

/// <summary>What an event is about: the name of its element, stage, clock, document…</summary>
internal static class EventSubject
{
    /// <param name="flow">The version the case was on then.</param>
    public static LocalText? Of(CaseEvent @event, FlowNames names, string tenant, FlowRef flow) => @event switch
    {
        CaseStarted => names.Flow(tenant, flow),
        CaseMigrated e => names.Flow(tenant, e.To),
        CaseClosed e => names.Closure(tenant, flow, e.Closure),
        ClosureChosen e => names.Closure(tenant, flow, e.Closure),
        StageEntered e => names.Stage(tenant, flow, e.Stage),
        StageCompleted e => names.Stage(tenant, flow, e.Stage),
        ClockStarted e => names.Clock(tenant, flow, e.Clock.ClockId),
        ClockChanged e => names.Clock(tenant, flow, e.ClockId),
        ClockMarked e => names.Clock(tenant, flow, e.ClockId),
        ClockStopped e => names.Clock(tenant, flow, e.ClockId),
        DeadLetterHandled e => new LocalText(e.What, e.What),
        DocumentAttached e => new LocalText(e.Document.Name, e.Document.Name),
        MessageReceived e => names.Action(tenant, flow, e.ElementId),
        SequenceFlowTaken e => names.Named(tenant, flow, e.FlowId),
        CaseLinked or NoteAdded or VariablesSet => null,
        _ => ElementOf(@event) is { Length: > 0 } element ? names.Element(tenant, flow, element) : null,
    };

    /// <summary>Id of the element an event names, where it names one.</summary>
    private static string? ElementOf(CaseEvent @event) => @event switch
    {
        TaskCreated e => e.Task.ElementId,
        TaskClaimed e => e.ElementId,
        TaskReleased e => e.ElementId,
        TaskTransferred e => e.ElementId,
        TaskCompleted e => e.ElementId,
        TaskCancelled e => e.ElementId,
        TaskDueChanged e => e.ElementId,
        ElementActivated e => e.ElementId,
        ElementCompleted e => e.ElementId,
        ElementTerminated e => e.ElementId,
        DecisionMade e => e.ElementId,
        EvaluationGiven e => e.ElementId,
        JobCreated e => e.Job.ElementId,
        JobCompleted e => e.ElementId,
        JobFailed e => e.ElementId,
        JobCancelled e => e.ElementId,
        IncidentRaised e => e.Incident.ElementId,
        IncidentResolved e => e.ElementId,
        TimerScheduled e => e.Timer.ElementId,
        TimerFired e => e.ElementId,
        TimerCancelled e => e.ElementId,
        SubscriptionOpened e => e.Subscription.ElementId,
        SubscriptionClosed e => e.ElementId,
        SignalReceived e => e.ElementId,
        ProcessCalled e => e.ElementId,
        LoopStarted e => e.ElementId,
        LoopInstanceEnded e => e.ElementId,
        CompensationStarted e => e.ElementId,
        ConditionChanged e => e.ElementId,
        _ => null,
    };
}
