using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>Every event's stored name. A name once written is never given to another event.</summary>
internal static class EventNames
{
    private static readonly (string Name, JsonTypeInfo Info)[] All =
    [
        ("case-closed", CaseJson.Stored.CaseClosed),
        ("case-linked", CaseJson.Stored.CaseLinked),
        ("case-migrated", CaseJson.Stored.CaseMigrated),
        ("case-started", CaseJson.Stored.CaseStarted),
        ("clock-changed", CaseJson.Stored.ClockChanged),
        ("clock-marked", CaseJson.Stored.ClockMarked),
        ("clock-started", CaseJson.Stored.ClockStarted),
        ("clock-stopped", CaseJson.Stored.ClockStopped),
        ("closure-chosen", CaseJson.Stored.ClosureChosen),
        ("compensation-kept", CaseJson.Stored.CompensationKept),
        ("compensation-started", CaseJson.Stored.CompensationStarted),
        ("condition-changed", CaseJson.Stored.ConditionChanged),
        ("dead-letter-handled", CaseJson.Stored.DeadLetterHandled),
        ("decision-made", CaseJson.Stored.DecisionMade),
        ("document-attached", CaseJson.Stored.DocumentAttached),
        ("element-activated", CaseJson.Stored.ElementActivated),
        ("element-completed", CaseJson.Stored.ElementCompleted),
        ("element-terminated", CaseJson.Stored.ElementTerminated),
        ("evaluation-given", CaseJson.Stored.EvaluationGiven),
        ("follow-ups-deferred", CaseJson.Stored.FollowUpsDeferred),
        ("follow-ups-resumed", CaseJson.Stored.FollowUpsResumed),
        ("incident-raised", CaseJson.Stored.IncidentRaised),
        ("incident-resolved", CaseJson.Stored.IncidentResolved),
        ("job-cancelled", CaseJson.Stored.JobCancelled),
        ("job-completed", CaseJson.Stored.JobCompleted),
        ("job-created", CaseJson.Stored.JobCreated),
        ("job-failed", CaseJson.Stored.JobFailed),
        ("loop-instance-ended", CaseJson.Stored.LoopInstanceEnded),
        ("loop-started", CaseJson.Stored.LoopStarted),
        ("message-received", CaseJson.Stored.MessageReceived),
        ("note-added", CaseJson.Stored.NoteAdded),
        ("process-called", CaseJson.Stored.ProcessCalled),
        ("sequence-flow-taken", CaseJson.Stored.SequenceFlowTaken),
        ("signal-received", CaseJson.Stored.SignalReceived),
        ("stage-completed", CaseJson.Stored.StageCompleted),
        ("stage-entered", CaseJson.Stored.StageEntered),
        ("subscription-closed", CaseJson.Stored.SubscriptionClosed),
        ("subscription-opened", CaseJson.Stored.SubscriptionOpened),
        ("task-cancelled", CaseJson.Stored.TaskCancelled),
        ("task-claimed", CaseJson.Stored.TaskClaimed),
        ("task-completed", CaseJson.Stored.TaskCompleted),
        ("task-created", CaseJson.Stored.TaskCreated),
        ("task-due-changed", CaseJson.Stored.TaskDueChanged),
        ("task-released", CaseJson.Stored.TaskReleased),
        ("task-transferred", CaseJson.Stored.TaskTransferred),
        ("timer-cancelled", CaseJson.Stored.TimerCancelled),
        ("timer-fired", CaseJson.Stored.TimerFired),
        ("timer-scheduled", CaseJson.Stored.TimerScheduled),
        ("tokens-dropped", CaseJson.Stored.TokensDropped),
        ("variables-set", CaseJson.Stored.VariablesSet),
    ];

    public static FrozenDictionary<Type, (string Name, JsonTypeInfo Info)> ByType { get; } = All.ToFrozenDictionary(entry => entry.Info.Type);

    public static FrozenDictionary<string, JsonTypeInfo> ByName { get; } = All.ToFrozenDictionary(entry => entry.Name, entry => entry.Info);
}
