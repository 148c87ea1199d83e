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

    public int Add(Element element, XElement source)
    {
        Elements.Add(element);
        Sources.Add(source);
        _byId[element.Id] = element.Index;
        return element.Index;
    }

    public Element? Find(string? id) => id is not null && _byId.TryGetValue(id, out var index) ? Elements[index] : null;

    public void Change(int index, Func<Element, Element> change) => Elements[index] = change(Elements[index]);
}
