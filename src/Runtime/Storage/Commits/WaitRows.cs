using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>What a case waits for: times, messages, and people who look at its incidents.</summary>
internal static class WaitRows
{
    public static IEnumerable<RowWrite> Due(StepToStore step)
    {
        var (before, after) = (step.Before?.State, step.After);
        foreach (var key in StateDiff.Gone(before?.Timers, after.Timers)) yield return Delete(step, key, TimerKind(before!.Timers[key]));
        foreach (var timer in StateDiff.Put(before?.Timers, after.Timers)) yield return Put(step, timer.Key, TimerKind(timer), null, timer.DueAt);
        foreach (var key in StateDiff.Gone(before?.Clocks, after.Clocks)) yield return Delete(step, key, DueKind.Clock);
        foreach (var clock in StateDiff.Put(before?.Clocks, after.Clocks))
            yield return clock is { NextMark: { } mark, NextMarkAt: { } at } ? Put(step, clock.Key, DueKind.Clock, mark, at) : Delete(step, clock.Key, DueKind.Clock);
    }

    public static IEnumerable<RowWrite> Subscriptions(StepToStore step)
    {
        var before = step.Before?.State.Subscriptions;
        foreach (var key in StateDiff.Gone(before, step.After.Subscriptions)) yield return new(Statements.DeleteSubscription, step.CaseId, key);
        foreach (var open in StateDiff.Put(before, step.After.Subscriptions))
        {
            if (open.Kind is SubscriptionKind.Condition) continue;
            yield return new(
                Statements.PutSubscription, step.CaseId, open.Key, step.Tenant, open.Kind.ToString(), open.Name, open.CorrelationKey, open.ElementId, open.TaskKey, open.IsAction);
        }
    }

    /// <param name="all">True: the case moved to another unit or version.</param>
    public static IEnumerable<RowWrite> Incidents(StepToStore step, CaseColumns columns, bool all)
    {
        var before = step.Before?.State.Incidents;
        foreach (var key in StateDiff.Gone(before, step.After.Incidents)) yield return new(Statements.DeleteIncident, step.CaseId, key);
        foreach (var incident in all ? step.After.Incidents.Values : StateDiff.Put(before, step.After.Incidents))
            yield return new(
                Statements.PutIncident, step.CaseId, incident.Key, step.Tenant, columns.Unit.Code, columns.Unit.Path, step.After.Facts.Number,
                step.After.Flow.Key, (long)step.After.Flow.Version, incident.ElementId, incident.Code, incident.Message, incident.At);
    }

    private static DueKind TimerKind(TimerState timer) => timer.IsContinuation ? DueKind.Continue : DueKind.Timer;

    private static RowWrite Put(StepToStore step, long key, DueKind kind, ClockMark? mark, DateTimeOffset at) =>
        new(Statements.PutDue, step.CaseId, key, kind.ToString(), mark?.ToString(), at, at, 0L, step.Tenant);

    private static RowWrite Delete(StepToStore step, long key, DueKind kind) => new(Statements.DeleteDue, step.CaseId, key, kind.ToString());
}
