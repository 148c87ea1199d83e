using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>The one place that knows which rows a step writes.</summary>
internal static class CommitBuilder
{
    public static CaseCommit Build(StepToStore step)
    {
        var after = CaseColumns.Of(step.After, step.Flow, step.Units);
        var before = step.Before is { } loaded ? CaseColumns.Of(loaded.State, step.Flow, step.Units) : null;
        var moved = before is not null && before.Unit != after.Unit;
        var events = Chain(step);
        var rows = new List<RowWrite>();
        var migrated = step.Before is { } old && old.State.Flow != step.After.Flow;
        rows.AddRange(TaskRows.Of(step, after, migrated || (before is not null && before.OnTasks != after.OnTasks)));
        rows.AddRange(WaitRows.Due(step));
        rows.AddRange(WaitRows.Subscriptions(step));
        rows.AddRange(WaitRows.Incidents(step, after, moved || migrated));
        rows.AddRange(HistoryRows.Of(step, after));
        rows.AddRange(OutboxRows.Of(step));
        if (moved) rows.Add(new(Statements.MoveClocks, after.Unit.Code, after.Unit.Path, step.CaseId));
        if (migrated) rows.Add(new(Statements.MoveToVersion, (long)step.After.Flow.Version, step.CaseId));
        rows.AddRange(step.Extra);
        var snapshot = CaseSnapshot.Write(step.After);
        return new CaseCommit(
            step.CaseId, step.Tenant, step.Before?.State.Version ?? 0, step.Actor, step.Now, step.Cause, events,
            CaseRow(step, before, after, snapshot, events[^1].Hash), rows, snapshot.Length);
    }

    private static List<StoredEvent> Chain(StepToStore step)
    {
        var events = new List<StoredEvent>(step.Step.Events.Length);
        var sequence = step.Before?.State.Version ?? 0;
        var head = step.Before?.HeadHash ?? EventHash.Genesis(step.CaseId);
        foreach (var @event in step.Step.Events)
        {
            var (type, payload) = (EventJson.TypeOf(@event), EventJson.Write(@event));
            head = EventHash.Next(head, ++sequence, step.Now, type, step.Actor, step.Cause, payload);
            events.Add(new(sequence, type, payload, head));
        }

        return events;
    }

    private static RowWrite CaseRow(StepToStore step, CaseColumns? before, CaseColumns after, byte[] snapshot, byte[] head)
    {
        var state = step.After;
        if (before is null) return Insert(step, after, snapshot, head);
        var expected = step.Before!.State.Version;
        return before == after
            ? new(Statements.UpdateCase, step.Now, state.Version, snapshot, head, step.CaseId, expected)
            : new(
                Statements.UpdateCaseColumns, after.Unit.Code, after.Unit.Path, after.Status, after.Closure, after.Title, after.Description, after.Category,
                after.Urgency, after.Place, after.Grid, ClosedAt(step), after.Due, after.Stage, step.Now, state.Version, snapshot, head, step.CaseId, expected);
    }

    private static RowWrite Insert(StepToStore step, CaseColumns columns, byte[] snapshot, byte[] head)
    {
        var (state, facts, intake) = (step.After, step.After.Facts, step.Intake ?? NewCase.Plain);
        return new(
            Statements.InsertCase, step.CaseId, step.Tenant, facts.Number, facts.Kind, state.Flow.Key, (long)state.Flow.Version, facts.ReporterId, facts.Channel,
            intake.ExternalSource, intake.ExternalId, facts.ReceivedAt, state.StartedAt, intake.FollowCodeHash, columns.Unit.Code, columns.Unit.Path, columns.Status,
            columns.Closure, columns.Title, columns.Description, columns.Category, columns.Urgency, columns.Place, columns.Grid, ClosedAt(step), columns.Due,
            columns.Stage, step.Now, state.Version, snapshot, head);
    }

    /// <summary>The statement keeps the first one: a note on a closed case doesn't close it again.</summary>
    private static DateTimeOffset? ClosedAt(StepToStore step) =>
        step.After.Status is CaseStatus.Active ? null : step.Now;
}
