using System.Collections;

namespace CaseFlow.Engine.Model;

/// <summary>
/// For each incoming flow of an inclusive join: the elements from which a token can still reach it without passing the join.
/// Worked out once per process; the join asks it whenever its scope changes.
/// </summary>
internal sealed class Upstream
{
    private readonly Dictionary<int, BitArray> _reach = [];
    private readonly Dictionary<int, BitArray> _byFlows = [];

    public Upstream(Process process)
    {
        foreach (var join in process.Elements)
            if (join.Kind == ElementKind.InclusiveGateway && join.Incoming.Length > 1)
                foreach (var flow in join.Incoming)
                {
                    _reach[flow] = Reaching(process, process.Flows[flow].Source, join.Index, overBoundaries: true);
                    _byFlows[flow] = Reaching(process, process.Flows[flow].Source, join.Index, overBoundaries: false);
                }
    }

    /// <summary>Whether the process has an inclusive join at all.</summary>
    public bool HasJoins => _reach.Count > 0;

    /// <summary>Whether a token at the element can come to the join's incoming flow.</summary>
    public bool Reaches(int incomingFlow, int element) => _reach[incomingFlow][element];

    /// <summary>The same by sequence flows alone (BPMN 2.0.2, section 13.4.3): what a boundary event may bring beside is no other way for the activity's own token.</summary>
    public bool ReachesByFlows(int incomingFlow, int element) => _byFlows[incomingFlow][element];

    private static BitArray Reaching(Process process, int from, int join, bool overBoundaries)
    {
        var seen = new BitArray(process.Elements.Length);
        var open = new Stack<int>([from]);
        while (open.TryPop(out var index))
        {
            if (index == join || seen[index]) continue;
            seen[index] = true;
            var element = process.Elements[index];
            foreach (var flow in element.Incoming) open.Push(process.Flows[flow].Source);
            if (overBoundaries && element.AttachedTo >= 0) open.Push(element.AttachedTo);
            if (element.Kind == ElementKind.LinkCatchEvent) PushLinkSources(process, element, open);
        }

        return seen;
    }

    private static void PushLinkSources(Process process, Element target, Stack<int> open)
    {
        foreach (var element in process.Elements)
            if (element.Kind == ElementKind.LinkThrowEvent && element.Parent == target.Parent && element.Event == target.Event)
                open.Push(element.Index);
    }
}
