using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>People's tasks: who may do them, by when, and what completing them means.</summary>
internal static class TaskRules
{
    public static void Create(Step step, ElementInstance self, Element element)
    {
        var task = element.UserTask;
        var excluded = Excluded(step, task);
        var assignee = Expressions.Text(step, task?.Assignee, self.Key);
        step.Emit(new TaskCreated(new TaskState(
            self.Key, element.Id, element.Name?.Text, task?.Team, Expressions.Text(step, task?.Unit, self.Key),
            assignee is not null && excluded.Contains(assignee) ? null : assignee, task?.Audience ?? TaskAudience.Staff,
            task?.Form, step.Now, Due(step, self, element), excluded, StageRules.Of(step, self))));
    }

    public static void Complete(Step step, long key, FeelContext values)
    {
        var self = step.Get(key);
        var element = step.ElementOf(self);
        if (step.State.Tasks.ContainsKey(key)) step.Emit(new TaskCompleted(key, element.Id, step.Actor));
        if (element.UserTask?.Evaluation is { } evaluation) step.Emit(new EvaluationGiven(key, element.Id, Evaluate(evaluation, values)));
        Lifecycle.Complete(step, key, values);
    }

    /// <summary>The task's own due time; else that of the earliest running clock it stops; else, for staff, of the earliest running clock, whose promise it delays.</summary>
    public static DateTimeOffset? Due(Step step, ElementInstance self, Element element)
    {
        if (element.UserTask?.Due is { } own) return Timers.Due(step, own, self.Key, step.Now);
        var running = step.State.Clocks.Values.Where(clock => clock.ScopeKey == self.CallKey && clock.PausedAt is null).ToList();
        if (running.Count == 0) return null;
        var stopped = element.StopsClocks.Select(index => step.ProcessOf(self).Clocks[index].Id).ToList();
        var ownClocks = running.Where(clock => stopped.Contains(clock.ClockId)).ToList();
        if (ownClocks.Count > 0) return ownClocks.Min(clock => clock.Due);
        return IsForReporter(element) ? null : running.Min(clock => clock.Due);
    }

    /// <summary>Brings the due times of open tasks in line with clocks that started, changed or stopped.</summary>
    public static void FollowClocks(Step step)
    {
        foreach (var task in step.State.Tasks.Values.ToList())
        {
            var self = step.Get(task.Key);
            var element = step.ElementOf(self);
            if (element.UserTask?.Due is not null) continue;
            var due = Due(step, self, element);
            if (due != task.Due) step.Emit(new TaskDueChanged(task.Key, task.ElementId, due));
        }
    }

    private static bool IsForReporter(Element element) => element.UserTask?.Audience == TaskAudience.Reporter;

    private static ImmutableArray<string> Excluded(Step step, UserTaskDefinition? task)
    {
        if (task is null || task.Not.IsEmpty) return [];
        return [.. task.Not.SelectMany(id => step.State.Performers.GetValueOrDefault(id, [])).Distinct().Order(StringComparer.Ordinal)];
    }

    private static Evaluation Evaluate(EvaluationDefinition definition, FeelContext values) => new(
        definition.By, definition.Of,
        values.Find("score") switch
        {
            FeelNumber score => (int)score.Value,
            FeelString text when int.TryParse(text.Value, out var score) => score,
            _ => null,
        },
        values.Find("solved") switch
        {
            FeelBoolean solved => solved.Value,
            FeelString { Value: "yes" or "true" } => true,
            FeelString { Value: "no" or "false" } => false,
            _ => null,
        },
        values.Find("comment") is FeelString comment ? comment.Value : null);
}
