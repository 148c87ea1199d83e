using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Where a token can go from an element, within its scope.</summary>
internal static class Ways
{
    public static IEnumerable<int> From(Process process, Element element)
    {
        foreach (var flow in element.Outgoing) yield return process.Flows[flow].Target;
        foreach (var boundary in element.Boundaries) yield return boundary;
        if (element.Kind != ElementKind.LinkThrowEvent) yield break;
        foreach (var target in process.Elements)
            if (target.Kind == ElementKind.LinkCatchEvent && target.Parent == element.Parent && target.Event == element.Event)
                yield return target.Index;
    }

    /// <summary>All that a token at an element can come to within its scope, the element itself not counted unless a loop leads back to it.</summary>
    public static HashSet<int> AllFrom(Process process, Element element)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>(From(process, element));
        while (open.TryPop(out var index))
            if (reached.Add(index))
                foreach (var next in From(process, process.Elements[index])) open.Push(next);
        return reached;
    }

    /// <summary>A parallel or inclusive gateway at which tokens wait for each other.</summary>
    public static bool IsJoin(Element element) => element is { Incoming.Length: > 1, Kind: ElementKind.ParallelGateway or ElementKind.InclusiveGateway };
}
