using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Gateways that wait for several tokens.</summary>
internal sealed class LoopJoins(Process process, TokenPlaces places)
{
    public static bool IsJoin(Element element) => element is { Incoming.Length: > 1, Kind: ElementKind.ParallelGateway or ElementKind.InclusiveGateway };

    public Element? Ready(LoopState state)
    {
        foreach (var token in state.Tokens)
            if (token < 0 && places.ElementOf(token) is var join && IsReady(state, join))
                return join;
        return null;
    }

    /// <summary>The state once the join has taken its tokens.</summary>
    public static LoopState Taken(LoopState state, Element join) => join.Incoming.Aggregate(state, (left, flow) => left.Without(~flow));

    private bool IsReady(LoopState state, Element join)
    {
        var empty = join.Incoming.Where(flow => !state.Tokens.Contains(~flow)).ToList();
        if (empty.Count == 0 || join.Kind == ElementKind.ParallelGateway) return empty.Count == 0;
        var arrived = join.Incoming.Where(flow => state.Tokens.Contains(~flow)).ToList();
        return !state.Tokens.Any(token => places.LiftedTo(token, join.Parent) is { } at && at.Index != join.Index
            && empty.Exists(flow => process.Upstream.Reaches(flow, at.Index)) && !arrived.Exists(flow => process.Upstream.ReachesByFlows(flow, at.Index)));
    }
}
