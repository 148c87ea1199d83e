using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Migrating;

/// <summary>One process of the case on its way from its version to the other.</summary>
internal sealed class ProcessMove(Process source, Process target, MigrationMap map)
{
    public Process Source => source;

    public Process Target => target;

    public MigrationMap Map => map;

    /// <summary>What continues an element of the source; null: nothing does.</summary>
    public Element? Of(Element element) => element.Index == 0 ? target.Root : target.Find(map[element.Id]);

    /// <summary>The flow named for it, else that of its id, else the only one between the elements that continue its two ends; it must lead to the same element.</summary>
    public SequenceFlow? Of(SequenceFlow flow)
    {
        if (map.Names(flow.Id)) return target.FindFlow(map[flow.Id]);
        if (Of(source.Elements[flow.Target]) is not { } end) return null;
        if (target.FindFlow(flow.Id) is { } same && same.Target == end.Index) return same;
        if (Of(source.Elements[flow.Source]) is not { } start) return null;
        var between = target.Flows.Where(other => other.Source == start.Index && other.Target == end.Index).ToList();
        return between.Count == 1 ? between[0] : null;
    }
}
