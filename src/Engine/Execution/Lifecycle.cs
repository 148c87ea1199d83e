using System.Collections.Immutable;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>How an element instance begins, completes and is terminated: the same for every kind of element.</summary>
internal static class Lifecycle
{
    /// <summary>Begins an instance and lets its behaviour work.</summary>
    public static void Activate(Step step, Element element, long scopeKey, ImmutableArray<string> flows, int loopCounter = 0)
    {
        var key = Begin(step, element, scopeKey, flows, loopCounter);
        Enter(step, key);
    }

    /// <summary>Begins an instance and leaves its work to the caller.</summary>
    public static long Begin(Step step, Element element, long scopeKey, ImmutableArray<string> flows, int loopCounter = 0)
    {
        var key = step.NewKey;
        step.Emit(new ElementActivated(key, element.Id, scopeKey, flows, loopCounter));
        if (loopCounter > 0) return key;
        if (element.StageOrder is not null) StageRules.Enter(step, key, element);
        if (element.StartsClocks.Length > 0) ClockRules.StartFor(step, key, element);
        return key;
    }

    /// <summary>Begins an event's instance and completes it at once: what it waited for has come.</summary>
    /// <param name="facts">What only its own outputs can see, such as an error's code.</param>
    public static void Occur(Step step, Element element, long scopeKey, FeelContext payload, FeelContext? facts = null)
    {
        var key = Begin(step, element, scopeKey, []);
        if (facts is not null && element.Outputs.Length > 0) Variables.Set(step, key, facts);
        Complete(step, key, payload);
    }

    /// <summary>Waits for the boundary events, then does the work.</summary>
    public static void Enter(Step step, long key)
    {
        var self = step.Get(key);
        var element = step.ElementOf(self);
        if (self.LoopCounter > 0 || element.Boundaries.IsEmpty || Faults.Guard(step, key, IncidentPhase.Opening, () => Waits.OpenBoundaries(step, self, element))) Work(step, key);
    }

    /// <summary>The instance's work; also what a retry does after an incident on entering. Boundary events are not opened again: one that has fired is over.</summary>
    public static void Work(Step step, long key) => Faults.Guard(step, key, IncidentPhase.Entering, () =>
    {
        var self = step.Get(key);
        var element = step.ElementOf(self);
        if (element.Loop is not null && self.LoopCounter == 0)
        {
            LoopBody.Enter(step, self, element);
            return;
        }

        Mappings.ApplyInputs(step, self, element);
        ElementBehaviors.Of(element.Kind).Enter(step, step.Get(key), element);
    });

    /// <summary>Ends an instance whose work is done, and goes on from there. Without effect on one that is gone: it may have interrupted itself.</summary>
    public static void Complete(Step step, long key, FeelContext result)
    {
        if (!step.IsLive(key)) return;
        if (Faults.Guard(step, key, IncidentPhase.Completing, () => Mappings.ApplyOutputs(step, key, result))) Leave(step, key);
    }

    /// <summary>The second half of <see cref="Complete"/>, and what a retry does after an incident on leaving.</summary>
    public static void Leave(Step step, long key)
    {
        var self = step.Get(key);
        var element = step.ElementOf(self);
        ImmutableArray<Departure> ways = [];
        if (self.LoopCounter == 0 && !Faults.Guard(step, key, IncidentPhase.Leaving, () => ways = PrepareToLeave(step, self, element))) return;
        End(step, self, element);
        if (self.LoopCounter > 0) LoopBody.InstanceCompleted(step, self.ScopeKey);
        else GoOn(step, self.ScopeKey, ways);
    }

    /// <summary>Leaves by flows that a person chose.</summary>
    public static void LeaveBy(Step step, long key, ImmutableArray<Departure> ways, Action tellClocks)
    {
        if (!Faults.Guard(step, key, IncidentPhase.Leaving, tellClocks)) return;
        var self = step.Get(key);
        End(step, self, step.ElementOf(self));
        GoOn(step, self.ScopeKey, ways);
    }

    /// <summary>The instance's own end; where the token goes then is the caller's matter.</summary>
    public static void End(Step step, ElementInstance self, Element element)
    {
        CloseOwn(step, self.Key, "completed");
        if (element.StageOrder is not null) StageRules.Complete(step, self, element);
        if (element.Closure is not null) Closing.Choose(step, element);
        if (element.Compensation >= 0 && (element.Loop is null || self.LoopCounter > 0)) Compensation.Keep(step, self);
        step.Emit(new ElementCompleted(self.Key, element.Id));
    }

    /// <summary>Ends an instance from outside, what runs within it first.</summary>
    public static void Terminate(Step step, long key, string why)
    {
        if (!step.IsLive(key)) return;
        TerminateChildren(step, key, why);
        CloseOwn(step, key, "cancelled");
        step.Emit(new ElementTerminated(key, step.Get(key).ElementId, why));
    }

    /// <summary>Ends all that runs within a scope, except one instance.</summary>
    public static void TerminateChildren(Step step, long scopeKey, string why, long except = -1)
    {
        if (step.Get(scopeKey).Children > 0)
            foreach (var child in step.State.Elements.Values.Where(child => child.ScopeKey == scopeKey && child.Key != except).ToList())
                Terminate(step, child.Key, why);
        var tokens = step.Get(scopeKey).Tokens;
        if (!tokens.IsEmpty) step.Emit(new TokensDropped(scopeKey, tokens));
    }

    /// <summary>Takes the chosen flows, then tells the scope that something within it has ended.</summary>
    public static void GoOn(Step step, long scopeKey, ImmutableArray<Departure> ways)
    {
        foreach (var way in ways) TakeFlow(step, scopeKey, way.FlowId, way.Why);
        ChildEnded(step, scopeKey);
    }

    public static void TakeFlow(Step step, long scopeKey, string flowId, string? why)
    {
        step.Emit(new SequenceFlowTaken(flowId, scopeKey, why));
        step.Queue.Add(new FollowUp(FollowUpKind.Arrive, scopeKey, flowId));
    }

    public static void ChildEnded(Step step, long scopeKey)
    {
        if (!step.IsLive(scopeKey)) return;
        var scope = step.Get(scopeKey);
        ElementBehaviors.Of(step.ElementOf(scope).Kind).ChildEnded(step, scope);
    }

    private static ImmutableArray<Departure> PrepareToLeave(Step step, ElementInstance self, Element element)
    {
        var ways = Routing.Choose(step, self, element);
        ApplyClocks(step, self, element);
        return ways;
    }

    internal static void ApplyClocks(Step step, ElementInstance self, Element element)
    {
        if (element.ClockCommands.Length > 0) ClockCommands.Apply(step, self, element);
        if (element.StopsClocks.Length > 0) ClockRules.StopFor(step, self, element);
    }

    /// <summary>Whatever belongs to the instance alone ends with it.</summary>
    private static void CloseOwn(Step step, long key, string how)
    {
        Waits.Close(step, key, _ => true);
        if (step.State.Tasks.TryGetValue(key, out var task)) step.Emit(new TaskCancelled(key, task.ElementId));
        if (step.State.Jobs.TryGetValue(key, out var job)) step.Emit(new JobCancelled(key, job.ElementId));
        Faults.Resolve(step, key, how);
        if (step.Get(key).Called is not null) ClockRules.StopAllOf(step, key);
    }
}
