using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Every set of sequence flows an element can leave by, as far as its conditions leave it open.</summary>
internal sealed class LoopWays(Process process, SteeringVariables steering)
{
    /// <summary>So many open conditions are tried in every combination; of more, each alone and all together.</summary>
    private const int MostCombined = 5;

    public IEnumerable<IReadOnlyList<int>> Of(Element element, ulong values)
    {
        if (element.Kind == ElementKind.LinkThrowEvent) return [LinkTarget(element)?.Outgoing ?? []];
        if (element.Outgoing.IsEmpty) return [[]];
        return element.Kind switch
        {
            ElementKind.ParallelGateway => [element.Outgoing],
            ElementKind.EventBasedGateway => element.Outgoing.Select(flow => (IReadOnlyList<int>)[flow]),
            ElementKind.ExclusiveGateway => One(element, values),
            _ => Some(element, values),
        };
    }

    private IEnumerable<IReadOnlyList<int>> One(Element element, ulong values)
    {
        foreach (var flow in element.Outgoing.Where(flow => flow != element.DefaultFlow))
        {
            var holds = Holds(flow, values);
            if (holds != false) yield return [flow];
            if (holds == true) yield break;
        }

        if (element.DefaultFlow >= 0) yield return [element.DefaultFlow];
    }

    private IEnumerable<IReadOnlyList<int>> Some(Element element, ulong values)
    {
        var others = element.Outgoing.Where(flow => flow != element.DefaultFlow).ToList();
        var always = others.Where(flow => Holds(flow, values) == true).ToList();
        var open = others.Where(flow => Holds(flow, values) is null).ToList();
        foreach (var chosen in Combinations(open))
            if (chosen.Count > 0 || always.Exists(flow => process.Flows[flow].Condition is not null) || element.DefaultFlow < 0)
                yield return [.. always, .. chosen];
            else
                yield return [.. always, element.DefaultFlow];
    }

    private bool? Holds(int flow, ulong values) => process.Flows[flow].Condition is { } condition ? steering.Holds(condition, values) : true;

    private Element? LinkTarget(Element link) =>
        process.Elements.FirstOrDefault(other => other.Kind == ElementKind.LinkCatchEvent && other.Parent == link.Parent && other.Event == link.Event);

    private static IEnumerable<List<int>> Combinations(List<int> flows)
    {
        if (flows.Count > MostCombined) return [[], .. flows.Select(flow => new List<int> { flow }), flows];
        return Enumerable.Range(0, 1 << flows.Count).Select(mask => flows.Where((_, bit) => (mask >> bit & 1) == 1).ToList());
    }
}
