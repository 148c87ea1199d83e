using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Second pass: sequence flows, default flows, boundary events, event subprocesses, compensation.</summary>
internal static class LinkPass
{
    public static void Run(ProcessDraft draft, ISet<string> ids, ProblemList problems)
    {
        foreach (var flow in draft.Xml.Descendants(BpmnXml.Bpmn + "sequenceFlow")) AddFlow(draft, flow, ids, problems);
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            OrderOutgoing(draft, index);
            LinkDefault(draft, index, problems);
            if (draft.Elements[index].Kind.IsBoundaryEvent()) LinkBoundary(draft, index, problems);
        }

        foreach (var association in draft.Xml.Descendants(BpmnXml.Bpmn + "association")) LinkCompensation(draft, association);
        for (var index = 0; index < draft.Elements.Count; index++)
            if (draft.Elements[index].Kind.IsScope())
                LinkStarts(draft, index);
    }

    private static void AddFlow(ProcessDraft draft, XElement xml, ISet<string> ids, ProblemList problems)
    {
        var source = draft.Find(xml.Reference("sourceRef"));
        var target = draft.Find(xml.Reference("targetRef"));
        if (source is null || target is null)
        {
            if (draft.IsRefused(xml.Id()) || draft.IsRefused(xml.Reference("sourceRef")) || draft.IsRefused(xml.Reference("targetRef"))) return;
            var missing = source is null ? $"sourceRef \"{xml.Attr("sourceRef")}\"" : $"targetRef \"{xml.Attr("targetRef")}\"";
            problems.Error("unknown-reference", $"Expected sequence flow {xml.Id()} to join two elements of the process, but its {missing} is none.", xml);
            return;
        }

        var id = xml.Id() ?? Unused(ids, $"{source.Id}->{target.Id}");
        if (!ids.Add(id)) problems.Error("duplicate-id", $"Expected every id once, but {id} is on a second element.", xml);
        var index = draft.Flows.Count;
        draft.Flows.Add(new SequenceFlow(index, id, xml.Name(), source.Index, target.Index, null, xml.Line()));
        draft.FlowSources.Add(xml);
        draft.Change(source.Index, element => element with { Outgoing = element.Outgoing.Add(index) });
        draft.Change(target.Index, element => element with { Incoming = element.Incoming.Add(index) });
    }

    /// <summary>A flow without an id is named by its ends; a second one between the same two gets a number.</summary>
    private static string Unused(ISet<string> ids, string id)
    {
        var name = id;
        for (var number = 2; ids.Contains(name); number++) name = $"{id}-{number}";
        return name;
    }

    /// <summary>An element's outgoing flows have an order of their own (BPMN 2.0.2, FlowNode): where it is written, it holds; else that of the file.</summary>
    private static void OrderOutgoing(ProcessDraft draft, int index)
    {
        var outgoing = draft.Elements[index].Outgoing;
        if (outgoing.Length < 2) return;
        var written = draft.Sources[index].Elements(BpmnXml.Bpmn + "outgoing").Select(flow => BpmnXml.WithoutPrefix(flow.Value)).ToList();
        if (outgoing.All(flow => written.Contains(draft.Flows[flow].Id)))
            draft.Change(index, element => element with { Outgoing = [.. outgoing.OrderBy(flow => written.IndexOf(draft.Flows[flow].Id))] });
    }

    private static void LinkDefault(ProcessDraft draft, int index, ProblemList problems)
    {
        if (draft.Sources[index].Reference("default") is not { } id || index == 0) return;
        var flow = draft.Flows.Find(flow => flow.Id == id && flow.Source == index);
        if (flow is null && draft.FlowIsRefused(id)) return;
        if (flow is null) problems.Error("unknown-reference", $"Expected the default flow of {draft.Elements[index].Id} to leave it, but {id} does not.", draft.Sources[index]);
        else draft.Change(index, element => element with { DefaultFlow = flow.Index });
    }

    private static void LinkBoundary(ProcessDraft draft, int index, ProblemList problems)
    {
        var xml = draft.Sources[index];
        var host = draft.Find(xml.Reference("attachedToRef"));
        if (draft.IsRefused(xml.Reference("attachedToRef"))) return;
        if (host is null || !host.Kind.IsActivity() || host.Parent != draft.Elements[index].Parent)
        {
            problems.Error("unknown-reference", $"Expected boundary event {xml.Id()} to stand on an activity of its own scope, but attachedToRef is \"{xml.Attr("attachedToRef")}\".", xml);
            return;
        }

        // A missing cancelActivity means true; error events always interrupt.
        var interrupting = xml.Flag("cancelActivity", true) || draft.Elements[index].Kind == ElementKind.ErrorBoundaryEvent;
        draft.Change(index, element => element with { AttachedTo = host.Index, Interrupting = interrupting });
        if (draft.Elements[index].Kind != ElementKind.CompensationBoundaryEvent)
            draft.Change(host.Index, element => element with { Boundaries = element.Boundaries.Add(index) });
    }

    private static void LinkCompensation(ProcessDraft draft, XElement association)
    {
        var boundary = draft.Find(association.Reference("sourceRef"));
        var handler = draft.Find(association.Reference("targetRef"));
        if (boundary is not { Kind: ElementKind.CompensationBoundaryEvent, AttachedTo: >= 0 } || handler is null) return;
        draft.Change(boundary.AttachedTo, element => element with { Compensation = handler.Index });
        draft.Change(handler.Index, element => element with { IsForCompensation = true });
    }

    private static void LinkStarts(ProcessDraft draft, int scope)
    {
        var children = draft.Elements[scope].Children.Select(child => draft.Elements[child]).ToList();
        var starts = children.Where(child => child.Kind == ElementKind.NoneStartEvent).Select(child => child.Index).ToImmutableArray();
        var free = children.Where(IsFree).Select(child => child.Index).ToImmutableArray();
        var hasStart = children.Exists(child => child.Kind.IsStartEvent());
        draft.Change(scope, element => element with
        {
            Entries = element.Kind == ElementKind.AdHocSubprocess || !hasStart ? free : starts,
            EventStarts = [.. children.Where(child => child.Kind == ElementKind.EventSubprocess).SelectMany(child => StartsOf(draft, child))],
        });
    }

    private static IEnumerable<int> StartsOf(ProcessDraft draft, Element subprocess) =>
        subprocess.Children.Where(child => draft.Elements[child].Kind.IsStartEvent());

    /// <summary>Started by its scope itself: nothing leads to it.</summary>
    private static bool IsFree(Element element) =>
        element.Incoming.IsEmpty && !element.IsForCompensation && !element.Kind.IsStartEvent() && !element.Kind.IsBoundaryEvent()
        && element.Kind is not (ElementKind.EventSubprocess or ElementKind.LinkCatchEvent);
}
