using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>What a command needs of the case before it may do anything.</summary>
internal static class CommandRules
{
    public static Rejected? Check(CaseState state, Command command)
    {
        if (command is AddNote or AttachDocument or LinkCase) return null;
        if (command is HandleDeadLetter letter) return Reason(letter.Reason, letter.What);
        if (state.Status != CaseStatus.Active) return new Rejected("case-closed", $"Expected a running case, but {state.Facts.Number} is {state.Status.ToString().ToLowerInvariant()}.");
        return command switch
        {
            CompleteTask c => TaskCommandRules.Completing(state, c),
            ClaimTask c => TaskCommandRules.Claiming(state, c),
            ReleaseTask c => TaskCommandRules.Releasing(state, c),
            TransferTask c => TaskCommandRules.Transferring(state, c),
            CompleteJob c => Job(state, c.JobKey, c.Attempt),
            FailJob c => Job(state, c.JobKey, c.Attempt),
            FireTimer c => Timer(state, c.TimerKey),
            Continue c => Timer(state, c.TimerKey),
            MarkClock c => Mark(state, c),
            DeliverMessage c => Message(state, c),
            DeliverSignal c => Signal(state, c),
            RetryIncident c => Incident(state, c.IncidentKey, null),
            MendVariables c => Incident(state, c.IncidentKey, c.Reason),
            SkipIncident c => Incident(state, c.IncidentKey, c.Reason),
            SetVariables c => state.Elements.ContainsKey(c.ScopeKey) ? null : new Rejected("unknown-scope", $"Expected a live scope, but {c.ScopeKey} is not one."),
            _ => null,
        };
    }

    /// <summary>A node that slept beyond its lease answers for an attempt that others have taken further.</summary>
    private static Rejected? Job(CaseState state, long key, int? attempt)
    {
        if (!state.Jobs.TryGetValue(key, out var job)) return new Rejected("job-not-open", $"Expected an open job, but {key} is not one.");
        return attempt is { } answered && answered != job.Attempt ? new Rejected("job-attempt-over", $"Expected an answer to attempt {job.Attempt} of job {key}, but this is attempt {answered}.") : null;
    }

    private static Rejected? Timer(CaseState state, long key) =>
        state.Timers.ContainsKey(key) ? null : new Rejected("timer-not-open", $"Expected a waiting timer, but {key} is not one.");

    private static Rejected? Mark(CaseState state, MarkClock c) =>
        state.Clocks.TryGetValue(c.ClockKey, out var clock) && clock.NextMark == c.Mark && clock.NextMarkAt is not null
            ? null
            : new Rejected("mark-not-due", $"Expected {c.Mark} to be the next mark of a running clock, but of clock {c.ClockKey} it is not.");

    private static Rejected? Incident(CaseState state, long key, string? reason)
    {
        if (!state.Incidents.TryGetValue(key, out var incident)) return new Rejected("incident-not-open", $"Expected an open incident, but {key} is not one.");
        return reason is null ? null : Reason(reason, incident.ElementId);
    }

    private static Rejected? Reason(string reason, string where) =>
        string.IsNullOrWhiteSpace(reason) ? new Rejected("reason-missing", $"Expected a reason for going on at {where}, but none was given.") : null;

    private static Rejected? Message(CaseState state, DeliverMessage c)
    {
        if (!state.Subscriptions.TryGetValue(c.SubscriptionKey, out var subscription) || subscription.Kind != SubscriptionKind.Message)
            return new Rejected("subscription-closed", $"Expected an open subscription for a message, but {c.SubscriptionKey} is not one.");
        return subscription.Taken.Contains(c.MessageId)
            ? new Rejected("message-taken", $"Expected a message that is new to {subscription.ElementId}, but it has taken {c.MessageId} already.")
            : null;
    }

    private static Rejected? Signal(CaseState state, DeliverSignal c) =>
        state.Subscriptions.Values.Any(subscription => subscription.Kind == SubscriptionKind.Signal && subscription.Name == c.Name)
            ? null
            : new Rejected("signal-not-awaited", $"Expected the case to wait for signal {c.Name}, but it does not.");
}
