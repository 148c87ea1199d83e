using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>The worklist's rows: one an open task.</summary>
internal static class TaskRows
{
    /// <summary>What lists sort by when a task has no due time.</summary>
    public static readonly DateTimeOffset NoDue = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="all">True: write every open task anew, since what it repeats of the case has changed.</param>
    public static IEnumerable<RowWrite> Of(StepToStore step, CaseColumns columns, bool all)
    {
        var before = step.Before?.State.Tasks;
        foreach (var key in StateDiff.Gone(before, step.After.Tasks)) yield return new(Statements.DeleteTask, step.CaseId, key);
        foreach (var task in all ? step.After.Tasks.Values : StateDiff.Put(before, step.After.Tasks)) yield return Put(step, columns, task);
    }

    private static RowWrite Put(StepToStore step, CaseColumns columns, TaskState task)
    {
        var unit = task.Unit is null ? columns.Unit : UnitPlace.Of(step.Units, task.Unit);
        var place = unit.WithTeam(step.Units, task.Team);
        var flow = step.After.Flow;
        return new(
            Statements.PutTask, step.CaseId, task.Key, step.Tenant, place.Code, place.Path, task.Team, task.Assignee, Excluded(task), task.ElementId, task.Stage,
            flow.Key, (long)flow.Version, task.Form, task.Audience.ToString(), task.CreatedAt, task.Due, task.Due ?? NoDue, step.After.Facts.Number,
            columns.Title, step.After.Facts.Kind, columns.Urgency, columns.Place);
    }

    private static string? Excluded(TaskState task) => task.Excluded.IsDefaultOrEmpty ? null : $",{string.Join(',', task.Excluded)},";
}
