using System.Collections.Immutable;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Migrating;

/// <summary>What a case keeps of work that is done, and its running promises: they must make sense in the new version.</summary>
internal static class KeptRecords
{
    /// <summary>A promise once given is not lost by a new version.</summary>
    public static void CheckClocks(CaseMove move)
    {
        foreach (var clock in move.State.Clocks.Values)
            if (move.Processes.TryGetValue(clock.ScopeKey, out var process) && process.Target.Clocks.All(definition => definition.Id != clock.ClockId))
                move.Refuse(clock.ClockId, "clock-missing", $"Expected clock {clock.ClockId}, which runs, in {move.To}, but there is none.");
    }

    /// <summary>What can be undone must stay so: the handler that is to undo it is looked for in the new version.</summary>
    public static ImmutableArray<MovedElement> Compensations(CaseMove move)
    {
        var moved = ImmutableArray.CreateBuilder<MovedElement>();
        foreach (var kept in move.State.Compensations.Values)
        {
            if (move.Inner(move.State.Elements[kept.ScopeKey]) is not { } process) continue;
            var target = process.Of(process.Source[kept.ElementId]);
            if (target is not { Compensation: >= 0 })
                move.Refuse(kept.ElementId, "compensation-missing", $"Expected {process.Map[kept.ElementId]} of {move.To} to have what undoes it, as {kept.ElementId} has, but it has not.");
            else if (target.Id != kept.ElementId) moved.Add(new MovedElement(kept.Key, target.Id));
        }

        return moved.ToImmutable();
    }

    /// <summary>Stages and performers of the case are kept by element id.</summary>
    public static ImmutableArray<MovedId> Names(CaseMove move) => move.Processes.Count == 0 ? [] :
        [.. move.State.Stages.Keys.Union(move.State.Performers.Keys).Where(move.Map.Names).Order(StringComparer.Ordinal).Select(id => new MovedId(id, move.Map[id]))];
}
