using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks;

/// <summary>Every set of sequence flows an element can leave by, whatever its conditions give; by an interrupting boundary event too.</summary>
internal static class WaysOut
{
    /// <summary>So many conditional flows are tried in every combination; of more, each alone and all together.</summary>
    private const int MostCombined = 5;

    public static IEnumerable<IReadOnlyList<int>> Of(Process process, Element element)
    {
        foreach (var way in Own(process, element)) yield return way;
        foreach (var boundary in element.Boundaries.Select(index => process.Elements[index]).Where(boundary => boundary.Interrupting))
            foreach (var instead in Own(process, boundary))
                yield return instead;
    }

    private static IEnumerable<IReadOnlyList<int>> Own(Process process, Element element)
    {
        if (element.Kind == ElementKind.LinkThrowEvent && LinkTarget(process, element) is { } target) return [target.Outgoing];
        if (element.Kind is ElementKind.ExclusiveGateway or ElementKind.EventBasedGateway) return element.Outgoing.Select(flow => (IReadOnlyList<int>)[flow]);
        var conditional = element.Outgoing.Where(flow => process.Flows[flow].Condition is not null).ToList();
        if (element.Kind == ElementKind.ParallelGateway || conditional.Count == 0 && element.DefaultFlow < 0) return [element.Outgoing];
        var always = element.Outgoing.Where(flow => process.Flows[flow].Condition is null && flow != element.DefaultFlow).ToList();
        return Combinations(conditional).Select(chosen => chosen.Count > 0 || element.DefaultFlow < 0 ? [.. always, .. chosen] : (IReadOnlyList<int>)[.. always, element.DefaultFlow])
            .Where(way => way.Count > 0);
    }

    private static Element? LinkTarget(Process process, Element link) =>
        process.Elements.FirstOrDefault(other => other.Kind == ElementKind.LinkCatchEvent && other.Parent == link.Parent && other.Event == link.Event);

    private static IEnumerable<List<int>> Combinations(List<int> flows)
    {
        if (flows.Count > MostCombined) return [[], .. flows.Select(flow => new List<int> { flow }), flows];
        return Enumerable.Range(0, 1 << flows.Count).Select(mask => flows.Where((_, bit) => (mask >> bit & 1) == 1).ToList());
    }
}
