using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// Repeats an activity: parallel or sequential multi-instance, or a standard loop. The body is an instance of the activity
/// that carries its boundary events; the repeated instances stand within it.
/// </summary>
internal static class LoopBody
{
    public static void Enter(Step step, ElementInstance body, Element element)
    {
        var loop = element.Loop!;
        var items = Items(step, loop, body.Key);
        var count = loop.Kind == LoopKind.Standard ? -1 : items?.Items.Length ?? Cardinality(step, loop, body.Key);
        var places = Enumerable.Repeat(FeelValue.Null, loop.OutputVariable is null ? 0 : count).ToImmutableArray();
        step.Emit(new LoopStarted(body.Key, body.ElementId, new LoopState(items?.Items ?? [], count, 0, 0, 0, places)));
        if (count == 0 || loop is { Kind: LoopKind.Standard, TestBefore: true } && !GoesOn(step, loop, body.Key)) Finish(step, body.Key);
        else for (var i = 0; i < (loop.Kind == LoopKind.Parallel ? count : 1); i++) step.Queue.Add(new FollowUp(FollowUpKind.NextInstance, body.Key));
    }

    /// <summary>Starts the next instance, with its item as a variable of its own.</summary>
    public static void StartNext(Step step, long bodyKey)
    {
        if (!step.IsLive(bodyKey)) return;
        var body = step.Get(bodyKey);
        var element = step.ElementOf(body);
        var index = body.Loop!.Started;
        var key = Lifecycle.Begin(step, element, bodyKey, [], index + 1);
        if (element.Loop!.ItemVariable is { } name && index < body.Loop.Items.Length)
            Variables.Set(step, key, FeelContext.Empty.With(name, body.Loop.Items[index]));
        Lifecycle.Enter(step, key);
    }

    /// <summary>Keeps what an instance gives to the output collection, just before it completes.</summary>
    public static void Collect(Step step, long key, Element element)
    {
        var self = step.Get(key);
        var output = element.Loop!.OutputElement is { } expression ? Expressions.Evaluate(step, expression, key) : FeelValue.Null;
        step.Emit(new LoopInstanceEnded(self.ScopeKey, element.Id, self.LoopCounter, output));
    }

    public static void InstanceCompleted(Step step, long bodyKey)
    {
        if (step.IsLive(bodyKey)) Faults.Guard(step, bodyKey, IncidentPhase.Running, () => Decide(step, bodyKey));
    }

    /// <summary>After each instance, and when a person retries: ends the body or goes on.</summary>
    public static void Decide(Step step, long bodyKey)
    {
        var body = step.Get(bodyKey);
        var loop = step.ElementOf(body).Loop!;
        var state = body.Loop!;
        if (loop.Completion is { } completion && state.Completed > 0 && Expressions.Holds(step, completion, bodyKey))
            Finish(step, bodyKey);
        else if (loop.Kind == LoopKind.Parallel || loop.Kind == LoopKind.Sequential && state.Started == state.Count)
            FinishWhenAllEnded(step, bodyKey, state);
        else if (loop.Kind == LoopKind.Sequential || GoesOn(step, loop, bodyKey))
            step.Queue.Add(new FollowUp(FollowUpKind.NextInstance, bodyKey));
        else Finish(step, bodyKey);
    }

    private static void FinishWhenAllEnded(Step step, long bodyKey, LoopState state)
    {
        if (state.Started == state.Count && step.Get(bodyKey).Children == 0) Finish(step, bodyKey);
    }

    /// <summary>Ends the body with what its instances have given so far.</summary>
    public static void Finish(Step step, long bodyKey)
    {
        var body = step.Get(bodyKey);
        Lifecycle.TerminateChildren(step, bodyKey, "completion condition holds");
        var loop = step.ElementOf(body).Loop!;
        if (loop.OutputVariable is { } name)
            Variables.Propagate(step, body.ScopeKey, FeelContext.Empty.With(name, new FeelList(body.Loop!.Outputs)));
        Lifecycle.Leave(step, bodyKey);
    }

    private static bool GoesOn(Step step, LoopDefinition loop, long bodyKey) =>
        (loop.Maximum is not { } maximum || step.Get(bodyKey).Loop!.Started < maximum)
        && (loop.Condition is null || Expressions.Holds(step, loop.Condition, bodyKey));

    private static FeelList? Items(Step step, LoopDefinition loop, long key)
    {
        if (loop.Collection is not { } collection) return null;
        var value = Expressions.Evaluate(step, collection, key);
        return value as FeelList ?? throw Expressions.Unexpected(step, collection, key, "a list", value);
    }

    private static int Cardinality(Step step, LoopDefinition loop, long key)
    {
        if (loop.Cardinality is not { } cardinality) return 0;
        var number = Expressions.Number(step, cardinality, key);
        return number is >= 0 and <= 100_000 && number == decimal.Truncate(number)
            ? (int)number
            : throw Expressions.Unexpected(step, cardinality, key, "a whole number from 0 to 100,000", new FeelNumber(number));
    }
}
