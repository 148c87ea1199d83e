using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks;

/// <summary>
/// What can happen next in a scope. Tokens that are not at a join go first, one at a time: they can't disturb each other, so their order makes no difference
/// and the game stays small.
/// </summary>
internal sealed class TokenGame(Process process)
{
    public TokenProblem? ProblemOf(Marking marking)
    {
        for (var i = 1; i < marking.Tokens.Length; i++)
            if (marking.Tokens[i] >= 0 && marking.Tokens[i] == marking.Tokens[i - 1])
                return new TokenProblem(process.Flows[marking.Tokens[i]].Target, false);
        if (marking.Tokens.IsEmpty || marking.Tokens.Any(token => !WaitsAtJoin(token)) || ReadyJoin(marking) is not null) return null;
        return new TokenProblem(process.Flows[marking.Tokens[0]].Target, true);
    }

    public IEnumerable<Marking> Next(Marking marking)
    {
        foreach (var token in marking.Tokens)
            if (!WaitsAtJoin(token))
                return After(marking.Without([token]), ElementOf(token));
        return ReadyJoin(marking) is { } join ? After(marking.Without(Arrived(marking, join)), join) : [];
    }

    private IEnumerable<Marking> After(Marking rest, Element element)
    {
        if (element.Kind is ElementKind.TerminateEndEvent or ElementKind.ErrorEndEvent) return [Marking.Empty];
        return WaysOut.Of(process, element).Select(flows => rest.With(flows)).Distinct();
    }

    private Element ElementOf(int token) => process.Elements[token < 0 ? -1 - token : process.Flows[token].Target];

    private bool WaitsAtJoin(int token) => token >= 0 && ElementOf(token) is { Incoming.Length: > 1, Kind: ElementKind.ParallelGateway or ElementKind.InclusiveGateway };

    private Element? ReadyJoin(Marking marking)
    {
        foreach (var token in marking.Tokens)
            if (WaitsAtJoin(token) && IsReady(marking, ElementOf(token)))
                return ElementOf(token);
        return null;
    }

    private bool IsReady(Marking marking, Element join)
    {
        var empty = join.Incoming.Where(flow => !marking.Tokens.Contains(flow)).ToList();
        if (empty.Count == 0 || join.Kind == ElementKind.ParallelGateway) return empty.Count == 0;
        return !marking.Tokens.Any(token =>
            empty.Exists(flow => process.Upstream.Reaches(flow, ElementOf(token).Index))
            && !Arrived(marking, join).Any(flow => process.Upstream.Reaches(flow, ElementOf(token).Index)));
    }

    private static IEnumerable<int> Arrived(Marking marking, Element join) => join.Incoming.Where(flow => marking.Tokens.Contains(flow));
}
