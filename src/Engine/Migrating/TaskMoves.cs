using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>
/// Open tasks keep key, assignee, due time and whom they were handed to; name, form, team and independence are the new version's.
/// Somebody who may not do it there gives it back to the team.
/// </summary>
internal static class TaskMoves
{
    public static ImmutableArray<TaskState> Of(CaseMove move)
    {
        var moved = ImmutableArray.CreateBuilder<TaskState>();
        foreach (var task in move.State.Tasks.Values)
        {
            var instance = move.State.Elements[task.Key];
            if (move.After(instance) is not { } target) continue;
            var after = (move.Outer(instance) is { } process ? Redefined(move, task, process.Source[task.ElementId], target) : task) with { Stage = StageOf(move, instance) };
            if (after != task) moved.Add(after);
        }

        return moved.ToImmutable();
    }

    private static TaskState Redefined(CaseMove move, TaskState task, Element old, Element target)
    {
        var excluded = Excluded(move, task, target);
        return task with
        {
            ElementId = target.Id,
            Name = target.Name?.Text,
            Team = task.Team == old.UserTask?.Team ? target.UserTask?.Team : task.Team,
            Form = target.UserTask?.Form,
            Excluded = excluded,
            Assignee = task.Assignee is { } assignee && excluded.Contains(assignee) ? null : task.Assignee,
        };
    }

    private static ImmutableArray<string> Excluded(CaseMove move, TaskState task, Element target)
    {
        var not = target.UserTask?.Not ?? [];
        var performers = move.State.Performers.Where(entry => not.Contains(move.Map[entry.Key])).SelectMany(entry => entry.Value);
        ImmutableArray<string> excluded = [.. performers.Distinct().Order(StringComparer.Ordinal)];
        return excluded.SequenceEqual(task.Excluded) ? task.Excluded : excluded;
    }

    private static string? StageOf(CaseMove move, ElementInstance instance)
    {
        for (var at = instance; at.Key != 0; at = move.Scope(at))
            if (at.CallKey == 0 && move.After(at) is { StageOrder: not null } stage)
                return stage.Id;
        return null;
    }
}
