using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Warns of elements no token can ever come to.</summary>
internal static class ReachabilityRule
{
    public static void Check(Process process, CompileContext context)
    {
        var reached = Reached(process);
        foreach (var element in process.Elements)
            if (!reached.Contains(element.Index) && (element.Parent < 0 || reached.Contains(element.Parent)))
                context.Problems.Warning("unreachable", $"Expected a way to {element.Id}, but nothing leads there.", element);
    }

    /// <summary>Indexes of the elements that something leads to as drawn.</summary>
    public static HashSet<int> Reached(Process process)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>([0]);
        while (open.TryPop(out var index))
            if (reached.Add(index))
                foreach (var next in Next(process, process.Elements[index])) open.Push(next);
        return reached;
    }

    private static IEnumerable<int> Next(Process process, Element element)
    {
        foreach (var flow in element.Outgoing) yield return process.Flows[flow].Target;
        foreach (var boundary in element.Boundaries) yield return boundary;
        if (element.Compensation >= 0) yield return element.Compensation;
        foreach (var child in element.Children)
            if (StartsByItself(process.Elements[child], element) || IsCompensationBoundary(process.Elements[child]))
                yield return child;
        if (element.Kind == ElementKind.LinkThrowEvent)
            foreach (var target in process.Elements)
                if (target.Kind == ElementKind.LinkCatchEvent && target.Parent == element.Parent && target.Event == element.Event)
                    yield return target.Index;
    }

    private static bool StartsByItself(Element child, Element scope) =>
        child.Kind.IsStartEvent() || child.Kind == ElementKind.EventSubprocess || scope.Entries.Contains(child.Index);

    private static bool IsCompensationBoundary(Element element) => element is { Kind: ElementKind.CompensationBoundaryEvent, AttachedTo: >= 0 };
}
