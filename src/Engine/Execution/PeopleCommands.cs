using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>What people do with tasks.</summary>
internal static class PeopleCommands
{
    public static Rejected? Complete(Step step, CompleteTask c)
    {
        if (!step.State.Tasks.TryGetValue(c.TaskKey, out var task)) return CompleteReceive(step, c);
        var values = c.Variables;
        if (task.Form is { } key && step.PackageOf(step.Get(c.TaskKey)).Forms.TryGetValue(key, out var form)
            && FormRules.Check(form, c.Variables, step.Now, out values) is { } rejected) return rejected;
        var self = step.Get(c.TaskKey);
        if (step.ElementOf(self).Outputs.IsEmpty && TypedData.Problem(() => TypedData.Fit(step, self.ScopeKey, values), out _) is { } wrongType) return wrongType;
        TaskRules.Complete(step, c.TaskKey, values);
        return null;
    }

    public static Rejected? Claim(Step step, ClaimTask c)
    {
        var task = step.State.Tasks[c.TaskKey];
        if (task.Assignee is null) step.Emit(new TaskClaimed(task.Key, task.ElementId, c.Assignee));
        return null;
    }

    public static Rejected? Release(Step step, ReleaseTask c)
    {
        var task = step.State.Tasks[c.TaskKey];
        if (task.Assignee is not null) step.Emit(new TaskReleased(task.Key, task.ElementId));
        return null;
    }

    public static Rejected? Transfer(Step step, TransferTask c)
    {
        var task = step.State.Tasks[c.TaskKey];
        step.Emit(new TaskTransferred(task.Key, task.ElementId, c.Assignee, c.Team, c.Unit, c.Reason));
        return null;
    }

    private static Rejected? CompleteReceive(Step step, CompleteTask c)
    {
        var self = step.Get(c.TaskKey);
        if (self.Key == 0 || self.Loop is not null || step.ElementOf(self).Kind != ElementKind.ReceiveTask)
            return new Rejected("task-not-open", $"Expected an open task, but {c.TaskKey} ({self.ElementId}) is not one.");
        Lifecycle.Complete(step, c.TaskKey, c.Variables);
        return null;
    }
}
