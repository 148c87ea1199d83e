using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Where two tokens of one scope meet without a join between them: what follows would run twice.</summary>
internal sealed class Doubles(Process process)
{
    private readonly Dictionary<int, bool> _harmless = [];

    public Element? Find(TrialPoint point)
    {
        var state = point.Case;
        var seen = new HashSet<(long Scope, int Target)>();
        foreach (var instance in state.Elements.Values)
        {
            if (instance.Key != 0 && Counts(instance) && Second(seen, instance.ScopeKey, process[instance.ElementId]) is { } live) return live;
            if (instance.Tokens.Length > 1 && OnOneFlow(instance) is { } join) return join;
        }

        foreach (var followUp in point.Pending)
            if (followUp.Kind == FollowUpKind.Arrive && process.Elements[process.FindFlow(followUp.Id!)!.Target] is var target && !Ways.IsJoin(target) && Second(seen, followUp.Key, target) is { } coming)
                return coming;
        return null;
    }

    private bool Counts(ElementInstance instance) => instance.LoopCounter == 0 && process[instance.ElementId].Kind != ElementKind.EventSubprocess;

    private Element? Second(HashSet<(long Scope, int Target)> seen, long scope, Element element) =>
        seen.Add((scope, element.Index)) || IsHarmless(element) ? null : element;

    private Element? OnOneFlow(ElementInstance scope)
    {
        for (var i = 0; i < scope.Tokens.Length; i++)
            if (scope.Tokens.IndexOf(scope.Tokens[i]) < i && process.Elements[process.FindFlow(scope.Tokens[i])!.Target] is var join && Ways.IsJoin(join))
                return join;
        return null;
    }

    /// <summary>Nothing follows but an end that does nothing.</summary>
    private bool IsHarmless(Element element)
    {
        if (_harmless.TryGetValue(element.Index, out var known)) return known;
        _harmless[element.Index] = false;
        return _harmless[element.Index] = element.Kind switch
        {
            ElementKind.NoneEndEvent or ElementKind.TerminateEndEvent or ElementKind.ErrorEndEvent => true,
            ElementKind.ExclusiveGateway or ElementKind.NoneThrowEvent => element.Outgoing is [var only] && IsHarmless(process.Elements[process.Flows[only].Target]),
            _ => false,
        };
    }
}
