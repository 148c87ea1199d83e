using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Drains the step's queue until the case rests, or leaves the rest to a timer so that a loop can't hold a transaction.</summary>
internal static class FollowUps
{
    public const int Limit = 1_000;

    public static void Drain(Step step)
    {
        var done = 0;
        do
        {
            while (step.Queue.TryTake(out var next))
            {
                if (step.State.Status != CaseStatus.Active) return;
                if (++done > Limit)
                {
                    Defer(step, next!);
                    return;
                }

                Run(step, next!);
            }
        }
        while (step.State.Status == CaseStatus.Active && Settle(step));
    }

    /// <summary>Goes on with what an earlier step left.</summary>
    public static void Resume(Step step, long timerKey)
    {
        foreach (var followUp in step.State.Deferred) step.Queue.Add(followUp);
        step.Emit(new FollowUpsResumed(timerKey));
        step.VariablesChanged = true;
    }

    /// <summary>Carries out one follow-up; what comes of it waits in the queue.</summary>
    internal static void Run(Step step, FollowUp followUp)
    {
        if (followUp.Kind == FollowUpKind.NextInstance) LoopBody.StartNext(step, followUp.Key);
        else Arrive(step, followUp.Key, followUp.Id!);
    }

    /// <summary>The queue is empty: looks at what depends on the case as a whole. True when that made more to do.</summary>
    internal static bool Settle(Step step)
    {
        if (step.VariablesChanged)
        {
            step.VariablesChanged = false;
            Conditions.Check(step);
            if (!step.Queue.IsEmpty || step.VariablesChanged) return true;
        }

        if (step.State.WaitingTokens == 0 || !step.State.Deferred.IsEmpty) return false;
        var waiting = Joins.Waiting(step);
        if (Joins.ActivateInclusive(step, waiting)) return true;
        Joins.ReportDeadlocks(step, waiting);
        return false;
    }

    /// <summary>A token that was dropped, or whose scope is gone, arrives nowhere. At a join it waits for the others.</summary>
    private static void Arrive(Step step, long scopeKey, string flowId)
    {
        if (step.Find(scopeKey) is not { } scope || !scope.Tokens.Contains(flowId)) return;
        var process = step.InnerProcessOf(scope);
        var target = process.Elements[process.FindFlow(flowId)!.Target];
        if (target.Incoming.Length > 1 && target.Kind == ElementKind.ParallelGateway) Joins.ActivateParallel(step, process, scope, target);
        else if (target.Incoming.Length <= 1 || target.Kind != ElementKind.InclusiveGateway) Lifecycle.Activate(step, target, scopeKey, [flowId]);
    }

    private static void Defer(Step step, FollowUp next)
    {
        var left = ImmutableArray.Create(next).AddRange(step.Queue.TakeAll());
        var timer = new TimerState(step.NewKey, step.State.Process, step.Now, 0, IsContinuation: true);
        step.Emit(new FollowUpsDeferred(timer, left));
    }
}
