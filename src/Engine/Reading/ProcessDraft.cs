using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>A process on its way through the compiler's passes: elements by index, each with its XML.</summary>
internal sealed class ProcessDraft(XElement process)
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    public XElement Xml => process;

    public List<Element> Elements { get; } = [];

    public List<XElement> Sources { get; } = [];

    public List<SequenceFlow> Flows { get; } = [];

    public List<XElement> FlowSources { get; } = [];

    public List<ClockDefinition> Clocks { get; } = [];

    /// <summary>Ids of elements that are not run. They were told once; what refers to them is not told again.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    public int Add(Element element, XElement source)
    {
        Elements.Add(element);
        Sources.Add(source);
        _byId[element.Id] = element.Index;
        return element.Index;
    }

    public Element? Find(string? id) => id is not null && _byId.TryGetValue(id, out var index) ? Elements[index] : null;

    public bool IsRefused(string? id) => id is not null && Refused.Contains(id);

    /// <summary>Whether a sequence flow is left out because one of its ends is not run.</summary>
    public bool FlowIsRefused(string id) =>
        process.Descendants(BpmnXml.Bpmn + "sequenceFlow").Any(flow => flow.Id() == id && (IsRefused(flow.Reference("sourceRef")) || IsRefused(flow.Reference("targetRef"))));

    public void Change(int index, Func<Element, Element> change) => Elements[index] = change(Elements[index]);
}
