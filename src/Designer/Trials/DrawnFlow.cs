using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Designer.Trials;

/// <summary>What the elements of a drawing are called, for telling a trial run in words.</summary>
public sealed class DrawnFlow
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace CaseFlow = "urn:caseflow:bpmn:1.0";

    private readonly Dictionary<string, XElement> _elements;

    private DrawnFlow(Dictionary<string, XElement> elements) => _elements = elements;

    public static DrawnFlow Empty { get; } = new([]);

    /// <summary>The elements of a BPMN file; none when it isn't XML.</summary>
    public static DrawnFlow Read(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var elements = XDocument.Load(reader).Descendants().Where(element => element.Name.Namespace == Bpmn && element.Attribute("id") is not null);
            return new DrawnFlow(elements.GroupBy(element => element.Attribute("id")!.Value, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
        }
        catch (XmlException)
        {
            return Empty;
        }
    }

    /// <summary>The element's name; that of a sequence flow without one is its target's. Null when nothing has a name.</summary>
    public LocalText? NameOf(string id)
    {
        if (!_elements.TryGetValue(id, out var element)) return null;
        return Name(element) ?? (TargetOf(id) is { } target && _elements.TryGetValue(target, out var next) ? Name(next) : null);
    }

    /// <summary>Where a sequence flow leads.</summary>
    public string? TargetOf(string id) => _elements.GetValueOrDefault(id)?.Attribute("targetRef")?.Value;

    /// <summary>Whether one element stands within the other.</summary>
    public bool IsWithin(string inner, string outer) => _elements.GetValueOrDefault(inner)?.Ancestors().Any(around => around.Attribute("id")?.Value == outer) == true;

    private static LocalText? Name(XElement element)
    {
        var english = element.Element(Bpmn + "extensionElements")?.Elements(CaseFlow + "text")
            .FirstOrDefault(text => text.Attribute("lang")?.Value.StartsWith("en", StringComparison.Ordinal) == true)?.Attribute("name")?.Value;
        return element.Attribute("name")?.Value is { Length: > 0 } name ? new LocalText(name, english) : null;
    }
}
