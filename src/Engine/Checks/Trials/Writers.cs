using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Whether a token that is at an element may come to one that writes a variable, before it has to wait at a join.</summary>
internal sealed class Writers(Process process, Writes writes)
{
    private readonly Dictionary<int, IReadOnlySet<string>?> _known = [];

    public bool MayWrite(Element element, IReadOnlyCollection<string> names) => From(element) is not { } written || names.Any(written.Contains);

    private IReadOnlySet<string>? From(Element element)
    {
        if (!_known.TryGetValue(element.Index, out var written)) _known[element.Index] = written = Reached(element);
        return written;
    }

    private HashSet<string>? Reached(Element element)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        var open = new Stack<Element>([element]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at.Index) || Ways.IsJoin(at)) continue;
            if (writes.Of(at) is not { } own) return null;
            written.UnionWith(own);
            foreach (var next in Ways.From(process, at).Concat(at.Children)) open.Push(process.Elements[next]);
            if (at.Parent > 0) open.Push(process.Elements[at.Parent]);
        }

        return written;
    }
}
