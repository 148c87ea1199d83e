using System.Collections.Immutable;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Drives the engine's own behaviours by less than a command at a time.</summary>
internal sealed class Machine(TrialWorld world, Oracle oracle)
{
    internal sealed record Outcome(TrialPoint Point, ImmutableArray<CaseEvent> Events, ImmutableArray<Oracle.Said> Answers);

    public Outcome Start(Element? start)
    {
        var step = new Step(world, null, Actor.System, TrialWorld.Begin);
        return Run(step, [], Memory.Empty, () => CaseStart.Begin(step, world.Process, world.Start(start is null or { Kind: ElementKind.NoneStartEvent } ? null : start.Id)));
    }

    public Outcome Do(TrialPoint point, Move move)
    {
        var step = new Step(world, point.Case, Actor.System, move.Kind == TrialStepKind.Timer ? point.Case.Timers[move.Key].DueAt : TrialWorld.Begin);
        return Run(step, point.Pending, point.Memory, () => Do(step, move));
    }

    public Outcome Follow(TrialPoint point, FollowUp followUp)
    {
        var step = new Step(world, point.Case, Actor.System, TrialWorld.Begin);
        return Run(step, point.Pending.Remove(followUp), point.Memory, () => FollowUps.Run(step, followUp));
    }

    /// <summary>Nothing is on its way: an inclusive join may have all it waits for, and a scope may wait for what can't come.</summary>
    public Outcome Settle(TrialPoint point)
    {
        var step = new Step(world, point.Case, Actor.System, TrialWorld.Begin);
        return Run(step, point.Pending, point.Memory, () => FollowUps.Settle(step));
    }

    private Outcome Run(Step step, ImmutableArray<FollowUp> pending, Memory memory, Action action)
    {
        oracle.Memory = oracle.Memory is null ? null : oracle.IsAlone() ? memory.Settled() : memory;
        oracle.Log.Clear();
        action();
        var left = step.State.Status == CaseStatus.Active ? pending.AddRange(step.Queue.TakeAll()).RemoveAll(followUp => IsStale(step.State, followUp)) : [];
        return new Outcome(new TrialPoint(step.State, left, oracle.Memory ?? memory), [.. step.Events], [.. oracle.Log]);
    }

    /// <summary>A join took the token with the others, or its scope is gone.</summary>
    private static bool IsStale(CaseState state, FollowUp followUp) =>
        !state.Elements.TryGetValue(followUp.Key, out var scope) || followUp.Kind == FollowUpKind.Arrive && !scope.Tokens.Contains(followUp.Id!);

    private void Do(Step step, Move move)
    {
        if (move.Kind == TrialStepKind.Condition) BecomesTrue(step, move.ElementId);
        else CommandEffects.Apply(step, Command(move));
    }

    private void BecomesTrue(Step step, string eventId)
    {
        // One that held before fires only when it has been false in between.
        Conditions.Check(step);
        oracle.Fires = eventId;
        Conditions.Check(step);
        oracle.Fires = null;
    }

    private static Command Command(Move move) => move.Kind switch
    {
        TrialStepKind.Complete => new CompleteTask(Actor.System, move.Key, FeelContext.Empty),
        TrialStepKind.Job => new CompleteJob(Actor.System, move.Key, FeelContext.Empty),
        TrialStepKind.Error => new FailJob(Actor.System, move.Key, "", move.Detail),
        TrialStepKind.Message => new DeliverMessage(Actor.System, move.Key, "", FeelContext.Empty),
        TrialStepKind.Signal => new DeliverSignal(Actor.System, move.Detail!, FeelContext.Empty),
        TrialStepKind.Timer => new FireTimer(Actor.System, move.Key),
        TrialStepKind.AdHoc => new StartAdHocStep(Actor.System, move.ElementId),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move.Kind, "Expected a move that is a command."),
    };
}
