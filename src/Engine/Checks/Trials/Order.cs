using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// Numbers elements so that what comes earlier in the flow has the lower number: loops back aside, a token at a low number may still come to a
/// higher one, never the other way. What runs beside the rest comes first, what a scope holds right after it.
/// </summary>
internal sealed class Order
{
    private readonly int[] _numbers;
    private readonly bool[] _beside;
    private readonly Process _process;
    private int _next;

    public Order(Process process)
    {
        _process = process;
        _numbers = new int[process.Elements.Length];
        _beside = new bool[process.Elements.Length];
        Number(process.Root, false);
    }

    public int Of(Element element) => _numbers[element.Index];

    /// <summary>On a path that an event which doesn't interrupt begins, and that no other way leads to.</summary>
    public bool IsBeside(Element element) => _beside[element.Index];

    private void Number(Element element, bool beside)
    {
        _numbers[element.Index] = _next++;
        _beside[element.Index] = beside;
        if (element.Children.IsEmpty) return;
        var apart = Apart(element);
        foreach (var child in Sorted(element).OrderBy(child => child.Kind == ElementKind.EventSubprocess ? 0 : apart.Contains(child.Index) ? 1 : 2))
            Number(child, beside || apart.Contains(child.Index) || child.Kind == ElementKind.EventSubprocess && !Interrupts(child));
    }

    private bool Interrupts(Element subprocess) => subprocess.Children.Select(child => _process.Elements[child]).Where(child => child.Kind.IsStartEvent()).All(start => start.Interrupting);

    /// <summary>What only boundary events that don't interrupt lead to.</summary>
    private HashSet<int> Apart(Element scope)
    {
        var begin = scope.Children.Select(child => _process.Elements[child]).Where(child => child.Kind.IsBoundaryEvent() && !child.Interrupting).ToList();
        if (begin.Count == 0) return [];
        var reached = new HashSet<int>();
        var open = new Stack<int>(scope.Children.Where(child => _process.Elements[child].Incoming.IsEmpty && !_process.Elements[child].Kind.IsBoundaryEvent()));
        while (open.TryPop(out var index))
            if (reached.Add(index))
                foreach (var next in Ways.From(_process, _process.Elements[index]))
                    if (!begin.Exists(boundary => boundary.Index == next))
                        open.Push(next);
        return [.. begin.SelectMany(boundary => Ways.AllFrom(_process, boundary).Append(boundary.Index)).Where(index => !reached.Contains(index))];
    }

    /// <summary>The scope's children, each before those it leads to: the reverse of the order in which a search leaves them.</summary>
    private List<Element> Sorted(Element scope)
    {
        var left = new List<Element>();
        var seen = new HashSet<int>();
        foreach (var first in scope.Children.OrderBy(child => _process.Elements[child].Incoming.Length + (_process.Elements[child].Kind.IsBoundaryEvent() ? 1 : 0))) Visit(first, seen, left);
        left.Reverse();
        return left;
    }

    private void Visit(int first, HashSet<int> seen, List<Element> left)
    {
        if (!seen.Add(first)) return;
        var open = new Stack<(Element Element, Queue<int> Next)>();
        open.Push(Begin(first));
        while (open.TryPeek(out var at))
        {
            if (at.Next.TryDequeue(out var next))
            {
                if (seen.Add(next)) open.Push(Begin(next));
                continue;
            }

            left.Add(at.Element);
            open.Pop();
        }
    }

    private (Element Element, Queue<int> Next) Begin(int index) => (_process.Elements[index], new Queue<int>(Ways.From(_process, _process.Elements[index])));
}
