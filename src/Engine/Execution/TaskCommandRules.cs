using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Who may do what with a task. Whether a person is of the task's team is the directory's matter, not the case's.</summary>
internal static class TaskCommandRules
{
    /// <summary>A receive task has no row in the worklist, but a person may say that what it waits for came.</summary>
    public static Rejected? Completing(CaseState state, CompleteTask c)
    {
        if (!state.Tasks.TryGetValue(c.TaskKey, out var task))
            return c.Actor.Kind != ActorKind.Reporter && state.Elements.ContainsKey(c.TaskKey) ? null : NotOpen(c.TaskKey);
        if (c.Actor.Kind == ActorKind.Reporter && task.Audience != TaskAudience.Reporter)
            return new Rejected("not-for-reporter", $"Expected a task for the reporter, but {task.ElementId} is for staff.");
        if (c.Actor.Kind != ActorKind.Staff) return null;
        if (task.Excluded.Contains(c.Actor.Id)) return Excluded(task, c.Actor.Id);
        return task.Assignee is not null && task.Assignee != c.Actor.Id && task.Assignee != c.Actor.OnBehalfOf ? Taken(task) : null;
    }

    public static Rejected? Claiming(CaseState state, ClaimTask c)
    {
        if (!state.Tasks.TryGetValue(c.TaskKey, out var task)) return NotOpen(c.TaskKey);
        if (task.Excluded.Contains(c.Assignee)) return Excluded(task, c.Assignee);
        return task.Assignee is not null && task.Assignee != c.Assignee ? Taken(task) : null;
    }

    public static Rejected? Releasing(CaseState state, ReleaseTask c) =>
        state.Tasks.ContainsKey(c.TaskKey) ? null : NotOpen(c.TaskKey);

    public static Rejected? Transferring(CaseState state, TransferTask c)
    {
        if (!state.Tasks.TryGetValue(c.TaskKey, out var task)) return NotOpen(c.TaskKey);
        if (string.IsNullOrWhiteSpace(c.Reason)) return new Rejected("reason-missing", $"Expected a reason for handing on {task.ElementId}, but none was given.");
        if (c.Assignee is null && c.Team is null && c.Unit is null) return new Rejected("target-missing", $"Expected a person, a team or a unit to hand {task.ElementId} to, but none was given.");
        return c.Assignee is not null && task.Excluded.Contains(c.Assignee) ? Excluded(task, c.Assignee) : null;
    }

    private static Rejected NotOpen(long key) => new("task-not-open", $"Expected an open task, but {key} has been completed or withdrawn.");

    private static Rejected Taken(TaskState task) => new("already-claimed", $"Expected {task.ElementId} to be free, but {task.Assignee} has it.");

    private static Rejected Excluded(TaskState task, string user) =>
        new("excluded", $"Expected {task.ElementId} to be done independently, but {user} performed a step it must be independent of.");
}
