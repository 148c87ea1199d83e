using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

internal static class EvolveElements
{
    public static CaseState Activated(CaseState state, ElementActivated e)
    {
        var scope = state.Elements[e.ScopeKey];
        var tokens = scope.Tokens;
        foreach (var flow in e.Flows) tokens = tokens.Remove(flow);
        var element = new ElementInstance(e.Key, e.ElementId, e.ScopeKey)
        {
            CallKey = scope.Called is null ? scope.CallKey : scope.Key,
            LoopCounter = e.LoopCounter,
        };
        if (e.LoopCounter > 0 && scope.Loop is { } loop) scope = scope with { Loop = loop with { Started = loop.Started + 1 } };
        return state with
        {
            NextKey = Math.Max(state.NextKey, e.Key + 1),
            WaitingTokens = state.WaitingTokens - e.Flows.Length,
            Elements = state.Elements.SetItem(scope.Key, scope with { Tokens = tokens, Children = scope.Children + 1 }).Add(e.Key, element),
        };
    }

    /// <summary>What a completed scope can still undo passes to the scope around it; a called process's own work can't be undone from outside.</summary>
    public static CaseState Completed(CaseState state, long key)
    {
        if (state.Compensations.IsEmpty) return Remove(state, key);
        var self = state.Elements[key];
        var compensations = state.Compensations;
        foreach (var kept in compensations.Values)
            if (kept.ScopeKey == key)
                compensations = self.Called is null ? compensations.SetItem(kept.Key, kept with { ScopeKey = self.ScopeKey }) : compensations.Remove(kept.Key);
        return Remove(state, key) with { Compensations = compensations };
    }

    public static CaseState Terminated(CaseState state, long key, string elementId)
    {
        var loopCounter = state.Elements[key].LoopCounter;
        var scopeKey = state.Elements[key].ScopeKey;
        var compensations = state.Compensations.RemoveRange(state.Compensations.Values.Where(kept => kept.ScopeKey == key).Select(kept => kept.Key));
        state = Remove(state, key) with { Compensations = compensations };
        if (loopCounter > 0) state = With(state, scopeKey, scope => scope.Loop is { } loop ? scope with { Loop = loop with { Terminated = loop.Terminated + 1 } } : scope);
        return state.Stages.TryGetValue(elementId, out var stage) && stage.Active
            ? state with { Stages = state.Stages.SetItem(elementId, stage with { Active = false }) }
            : state;
    }

    public static CaseState FlowTaken(CaseState state, SequenceFlowTaken e) =>
        With(state, e.ScopeKey, scope => scope with { Tokens = scope.Tokens.Add(e.FlowId) }) with { WaitingTokens = state.WaitingTokens + 1 };

    public static CaseState TokensDropped(CaseState state, TokensDropped e) => With(state, e.ScopeKey, scope =>
    {
        var tokens = scope.Tokens;
        foreach (var flow in e.Flows) tokens = tokens.Remove(flow);
        return scope with { Tokens = tokens };
    }) with
    { WaitingTokens = state.WaitingTokens - e.Flows.Length };

    public static CaseState LoopInstanceEnded(CaseState state, LoopInstanceEnded e) => With(state, e.Key, body =>
    {
        var loop = body.Loop!;
        var outputs = loop.Outputs.Length >= e.LoopCounter ? loop.Outputs.SetItem(e.LoopCounter - 1, e.Output) : loop.Outputs;
        return body with { Loop = loop with { Completed = loop.Completed + 1, Outputs = outputs } };
    });

    public static CaseState With(CaseState state, long key, Func<ElementInstance, ElementInstance> change) =>
        state with { Elements = state.Elements.SetItem(key, change(state.Elements[key])) };

    private static CaseState Remove(CaseState state, long key)
    {
        var scope = state.Elements[state.Elements[key].ScopeKey];
        return state with { Elements = state.Elements.Remove(key).SetItem(scope.Key, scope with { Children = scope.Children - 1 }) };
    }
}
