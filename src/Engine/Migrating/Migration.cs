using System.Collections.Immutable;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>
/// Moves a running case to another version of its flow. Nothing is entered, so no step runs again: live elements go on under the new
/// definition with their keys, tasks, timers and variables; only waits that are new there are opened and vanished ones withdrawn.
/// </summary>
public static class Migration
{
    /// <summary>Where the case stands, how each place would go on, and all that stands in the way; changes nothing.</summary>
    /// <exception cref="KeyNotFoundException">No such published version.</exception>
    public static MigrationPlan Plan(IWorld world, CaseState state, FlowRef from, FlowRef to, MigrationMap map)
    {
        var move = new CaseMove(world, state, from, to, map);
        Event(move, "", out _);
        return move.Plan;
    }

    internal static Rejected? Run(Step step, MigrateCase c)
    {
        if (Refusal(step, c) is { } refused) return refused;
        var move = new CaseMove(step.World, step.State, c.From, c.To, c.Map);
        var migrated = Event(move, c.Reason.Trim(), out var waits);
        if (move.Problems.Count > 0) return new Rejected(move.Problems[0].Code, move.Problems[0].Message);
        if (move.Processes.Count == 0) return new Rejected("not-on-version", $"Expected a case that runs {c.From}, but {step.State.Facts.Number} runs {step.State.Flow}.");
        try
        {
            MigrationStep.Apply(step, move, migrated, waits);
            return null;
        }
        catch (ModelFault fault)
        {
            return new Rejected(fault.Code, fault.Message);
        }
    }

    private static Rejected? Refusal(Step step, MigrateCase c)
    {
        if (string.IsNullOrWhiteSpace(c.Reason)) return new Rejected("reason-missing", $"Expected a reason for moving {step.State.Facts.Number} to {c.To}, but none was given.");
        if (c.From.Key != c.To.Key || c.From == c.To) return new Rejected("other-flow", $"Expected another version of {c.From}, but found {c.To}.");
        if (!IsPublished(step.World, c.To)) return new Rejected("unknown-version", $"Expected a published version, but there is no {c.To}.");
        return step.State.Deferred.IsEmpty ? null : new Rejected("case-not-at-rest", $"Expected {step.State.Facts.Number} to rest, but a long step of it still goes on.");
    }

    private static bool IsPublished(IWorld world, FlowRef flow)
    {
        try
        {
            return world.Flow(flow) is not null;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static CaseMigrated Event(CaseMove move, string reason, out WaitMoves waits)
    {
        StepMoves.Check(move);
        KeptRecords.CheckClocks(move);
        waits = new WaitMoves(move);
        return new CaseMigrated(
            move.From, move.To, reason, [.. move.Processes.Select(process => new MovedElement(process.Key, process.Value.Target.Id))], Elements(move), TokenMoves.Of(move),
            waits.Renamed, KeptRecords.Compensations(move), TaskMoves.Of(move), KeptRecords.Names(move));
    }

    private static ImmutableArray<MovedElement> Elements(CaseMove move) =>
    [
        .. move.State.Elements.Values.Where(instance => move.Outer(instance) is not null)
            .Select(instance => (instance, Target: move.After(instance))).Where(pair => pair.Target is not null && pair.Target.Id != pair.instance.ElementId)
            .Select(pair => new MovedElement(pair.instance.Key, pair.Target!.Id)),
    ];
}
