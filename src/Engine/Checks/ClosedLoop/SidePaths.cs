using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>
/// What can begin beside the rest without ending it. Most of it makes no difference to a rule, and is left out: each such path would multiply the states.
/// </summary>
internal sealed class SidePaths(Process process, LoopWatch watch, SteeringVariables steering)
{
    private readonly Dictionary<int, HashSet<int>> _reach = [];

    /// <summary>Whether the path that begins at this event can change what the rule sees, and isn't under way already.</summary>
    public bool MayBegin(LoopState state, Element start)
    {
        var reach = Reach(start.Index);
        return reach.Any(index => Matters(process.Elements[index])) && !state.Tokens.Any(token => token >= 0 && reach.Contains(token));
    }

    private bool Matters(Element element) =>
        element.Kind is ElementKind.TerminateEndEvent or ElementKind.ErrorEndEvent or ElementKind.EscalationEndEvent or ElementKind.EscalationThrowEvent
        || steering.AreSetBy(element) || watch.Minds(element);

    private HashSet<int> Reach(int start)
    {
        if (_reach.TryGetValue(start, out var known)) return known;
        var reach = new HashSet<int>();
        var open = new Stack<int>([start]);
        while (open.TryPop(out var index))
            if (reach.Add(index))
                foreach (var next in process.Elements[index].Outgoing.Select(flow => process.Flows[flow].Target).Concat(process.Elements[index].Boundaries).Concat(process.Elements[index].Children))
                    open.Push(next);
        return _reach[start] = reach;
    }
}
