using System.Collections.Immutable;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

internal static class EvolveTasks
{
    public static CaseState Apply(CaseState state, CaseEvent @event) => @event switch
    {
        TaskCreated e => state with { Tasks = state.Tasks.Add(e.Task.Key, e.Task) },
        TaskClaimed e => With(state, e.TaskKey, task => task with { Assignee = e.Assignee }),
        TaskReleased e => With(state, e.TaskKey, task => task with { Assignee = null }),
        TaskTransferred e => With(state, e.TaskKey, task => task with { Assignee = e.Assignee, Team = e.Team ?? task.Team, Unit = e.Unit ?? task.Unit }),
        TaskDueChanged e => With(state, e.TaskKey, task => task with { Due = e.Due }),
        TaskCompleted e => Completed(state, e),
        TaskCancelled e => state with { Tasks = state.Tasks.Remove(e.TaskKey) },
        _ => throw new InvalidOperationException($"Expected an event of a task, but found {@event.GetType().Name}."),
    };

    private static CaseState Completed(CaseState state, TaskCompleted e)
    {
        var before = state.Performers.GetValueOrDefault(e.ElementId, []);
        var performers = e.By.Kind != ActorKind.Staff || before.Contains(e.By.Id)
            ? state.Performers
            : state.Performers.SetItem(e.ElementId, before.Add(e.By.Id));
        return state with { Tasks = state.Tasks.Remove(e.TaskKey), Performers = performers };
    }

    private static CaseState With(CaseState state, long key, Func<TaskState, TaskState> change) =>
        state with { Tasks = state.Tasks.SetItem(key, change(state.Tasks[key])) };
}
