using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Rows that outlive what they tell of: clocks, evaluations, links.</summary>
internal static class HistoryRows
{
    public static IEnumerable<RowWrite> Of(StepToStore step, CaseColumns columns)
    {
        var sequence = step.Before?.State.Version ?? 0;
        foreach (var @event in step.Step.Events)
        {
            sequence++;
            foreach (var row in Of(step, columns, @event, sequence)) yield return row;
        }
    }

    private static IEnumerable<RowWrite> Of(StepToStore step, CaseColumns columns, CaseEvent @event, long sequence) => @event switch
    {
        ClockStarted e => [Started(step, columns, e.Clock)],
        ClockChanged e => [Changed(step, e.Clock)],
        ClockMarked e => [new(MarkOf(e.Mark), step.Now, step.CaseId, e.ClockKey)],
        ClockStopped e => [new(Statements.StopClock, step.Now, e.Met ? true : null, null, step.CaseId, e.ClockKey)],
        EvaluationGiven e => [Evaluated(step, columns, e, sequence)],
        CaseLinked e => [new(Statements.PutLink, step.CaseId, e.OtherCaseId, e.Role, step.Tenant, step.Now)],
        _ => [],
    };

    private static RowWrite Started(StepToStore step, CaseColumns columns, ClockState clock) => new(
        Statements.InsertClock, step.CaseId, clock.Key, step.Tenant, columns.Unit.Code, columns.Unit.Path, step.After.Flow.Key, clock.ClockId,
        clock.Rule, clock.Amount, clock.StartedAt, clock.Due, clock.PausedAt);

    private static RowWrite Changed(StepToStore step, ClockState clock) =>
        new(Statements.ChangeClock, clock.Amount, clock.Due, clock.PausedAt, step.CaseId, clock.Key);

    private static RowWrite Evaluated(StepToStore step, CaseColumns columns, EvaluationGiven e, long sequence) => new(
        Statements.InsertEvaluation, step.CaseId, sequence, step.Tenant, columns.Unit.Code, columns.Unit.Path, step.After.Flow.Key, step.After.Facts.Kind,
        e.ElementId, e.Evaluation.By, e.Evaluation.Of, (long?)e.Evaluation.Score, e.Evaluation.Solved, e.Evaluation.Comment, step.Now, step.Actor.Id);

    private static Statement MarkOf(ClockMark mark) => mark switch
    {
        ClockMark.Warning => Statements.WarnClock,
        ClockMark.Breach => Statements.BreachClock,
        ClockMark.Escalation => Statements.EscalateClock,
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };
}
