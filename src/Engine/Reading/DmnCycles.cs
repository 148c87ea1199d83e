using System.Xml.Linq;
using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Reading;

/// <summary>Finds decisions that require themselves by way of others. Knowledge models may: a function may call itself.</summary>
internal sealed class DmnCycles(DmnSource source)
{
    private readonly HashSet<GraphElement> done = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<GraphElement> open = new(ReferenceEqualityComparer.Instance);

    public void Check(List<(GraphElement Element, XElement Xml)> elements)
    {
        foreach (var (element, xml) in elements)
            if (element is DecisionElement && Visit(element))
                source.Problem(xml, $"Expected requirements without a circle, but {element.Name} comes to require itself.");
    }

    /// <summary>True when a circle was found; the requirement that closes it is cut.</summary>
    private bool Visit(GraphElement element)
    {
        if (done.Contains(element)) return false;
        if (open.Count > 400) return true;
        open.Add(element);
        var found = element.Requirements.RemoveAll(requirement => requirement.Target is DecisionElement && open.Contains(requirement.Target)) > 0;
        foreach (var requirement in element.Requirements.ToArray())
            if (requirement.Target is DecisionElement)
                found |= Visit(requirement.Target);
        open.Remove(element);
        done.Add(element);
        return found;
    }
}
