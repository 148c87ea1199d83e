using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>What an event is about: the name of its element, stage, clock, document…</summary>
internal static class EventSubject
{
    public static LocalText? Of(CaseEvent @event, OpenedCase opened) => @event switch
    {
        CaseStarted => opened.Flow.Main.Name,
        CaseClosed e => opened.Flow.ClosureName(e.Closure),
        ClosureChosen e => opened.Flow.ClosureName(e.Closure),
        StageEntered e => opened.Flow.StageName(e.Stage),
        StageCompleted e => opened.Flow.StageName(e.Stage),
        ClockStarted e => opened.Flow.ClockName(e.Clock.ClockId),
        ClockChanged e => opened.Flow.ClockName(e.ClockId),
        ClockMarked e => opened.Flow.ClockName(e.ClockId),
        ClockStopped e => opened.Flow.ClockName(e.ClockId),
        DocumentAttached e => new LocalText(e.Document.Name, e.Document.Name),
        MessageReceived e => opened.Flow.Main.Actions.GetValueOrDefault(e.ElementId)?.Label ?? opened.Flow.NameOf(e.ElementId),
        CaseLinked or NoteAdded or VariablesSet => null,
        _ => ElementOf(@event) is { Length: > 0 } element ? opened.Flow.NameOf(element) : null,
    };

    /// <summary>Id of the element an event names, where it names one.</summary>
    public static string? ElementOf(CaseEvent @event) => @event switch
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
        SequenceFlowTaken e => e.FlowId,
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
