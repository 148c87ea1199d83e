using System.Globalization;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests;

/// <summary>An event as one short line, for whole ordered traces.</summary>
internal static class Trace
{
    public static string Of(CaseEvent @event) => @event switch
    {
        CaseStarted e => $"case started {e.Process}",
        CaseClosed e => $"case {e.Status.ToString().ToLowerInvariant()}{(e.Closure is null ? "" : " as " + e.Closure)}",
        ClosureChosen e => $"closure {e.Closure}",
        ElementActivated e => $"+ {e.ElementId}{(e.LoopCounter > 0 ? " #" + e.LoopCounter : "")}",
        ElementCompleted e => $"- {e.ElementId}",
        ElementTerminated e => $"x {e.ElementId} ({e.Why})",
        SequenceFlowTaken e => $"> {e.FlowId}{(e.Why is null ? "" : $" ({e.Why})")}",
        TokensDropped e => $"tokens dropped {string.Join(" ", e.Flows)}",
        VariablesSet e => $"set {Text(e.Values)}{(e.ScopeKey == 0 ? "" : " in " + e.ScopeKey)}",
        TaskCreated e => $"task {e.Task.ElementId}",
        TaskCompleted e => $"task {e.ElementId} done by {e.By.Id}",
        TaskCancelled e => $"task {e.ElementId} withdrawn",
        TimerScheduled e => $"timer {e.Timer.ElementId} at {e.Timer.DueAt.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}",
        TimerFired e => $"timer {e.ElementId} fired",
        TimerCancelled e => $"timer {e.ElementId} withdrawn",
        SubscriptionOpened e => $"waits for {e.Subscription.Kind.ToString().ToLowerInvariant()} {e.Subscription.Name}{(e.Subscription.CorrelationKey is { } key ? "=" + key : "")} at {e.Subscription.ElementId}",
        SubscriptionClosed e => $"wait at {e.ElementId} withdrawn",
        MessageReceived e => $"message {e.Name} at {e.ElementId}",
        SignalReceived e => $"signal {e.Name} at {e.ElementId}",
        ConditionChanged e => $"condition at {e.ElementId} is {(e.Holds ? "true" : "false")}",
        JobCreated e => $"job {e.Job.ElementId} {e.Job.ActivityType} {Text(e.Job.Settings)}",
        JobCompleted e => $"job {e.ElementId} done",
        JobFailed e => $"job {e.ElementId} failed, {e.RetriesLeft} left",
        JobCancelled e => $"job {e.ElementId} withdrawn",
        DecisionMade e => $"decision {e.Decision} gives {Text(e.Output)} by {string.Join(",", e.Rules)}",
        IncidentRaised e => $"incident {e.Incident.Code} at {e.Incident.ElementId}",
        IncidentResolved e => $"incident at {e.ElementId} {e.How}",
        LoopStarted e => $"loop {e.ElementId} of {e.Loop.Count}",
        LoopInstanceEnded e => $"instance #{e.LoopCounter} of {e.ElementId} gives {Text(e.Output)}",
        ProcessCalled e => $"{e.ElementId} calls {e.Called.Process}",
        StageEntered e => $"stage {e.Stage} entered, round {e.Round}",
        StageCompleted e => $"stage {e.Stage} completed, round {e.Round}",
        ClockStarted e => $"clock {e.Clock.ClockId} due {e.Clock.Due.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}",
        ClockStopped e => $"clock {e.ClockId} {(e.Met ? "met" : "missed")}",
        ClockChanged e => $"clock {e.ClockId} {e.How} due {e.Clock.Due.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}{(e.Reason is null ? "" : ": " + e.Reason)}",
        ClockMarked e => $"clock {e.ClockId} {e.Mark.ToString().ToLowerInvariant()}",
        CompensationKept e => $"can undo {e.Compensation.ElementId}",
        CompensationStarted e => $"undo {e.ElementId}",
        CaseMigrated e => $"moved from {e.From} to {e.To}",
        _ => EventJson.TypeOf(@event),
    };

    private static string Text(FeelValue value) => value switch
    {
        FeelContext context => string.Join(" ", context.Entries.Select(entry => $"{entry.Key}={Text(entry.Value)}")),
        FeelList list => $"[{string.Join(",", list.Items.Select(Text))}]",
        FeelString text => text.Value,
        FeelNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        FeelBoolean truth => truth.Value ? "true" : "false",
        FeelNull => "null",
        _ => value.ToString(),
    };
}
