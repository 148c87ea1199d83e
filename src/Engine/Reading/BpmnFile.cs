using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>A BPMN file as XML, with what its processes refer to.</summary>
internal sealed class BpmnFile
{
    public BpmnFile(XElement definitions)
    {
        Processes = [.. definitions.Elements(BpmnXml.Bpmn + "process")];
        Collaborations = [.. definitions.Elements(BpmnXml.Bpmn + "collaboration")];
        Others = [.. definitions.Elements().Where(element => element.IsBpmn() && element.Name.LocalName is not ("process" or "collaboration"))];
        Messages = ById(definitions, "message");
        Signals = ById(definitions, "signal");
        Errors = ById(definitions, "error");
        Escalations = ById(definitions, "escalation");
    }

    public IReadOnlyList<XElement> Processes { get; }

    public IReadOnlyList<XElement> Collaborations { get; }

    /// <summary>Root elements beside processes and collaborations.</summary>
    public IReadOnlyList<XElement> Others { get; }

    public IReadOnlyDictionary<string, XElement> Messages { get; }

    public IReadOnlyDictionary<string, XElement> Signals { get; }

    public IReadOnlyDictionary<string, XElement> Errors { get; }

    public IReadOnlyDictionary<string, XElement> Escalations { get; }

    private static Dictionary<string, XElement> ById(XElement definitions, string name)
    {
        var byId = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in definitions.Elements(BpmnXml.Bpmn + name))
            if (element.Id() is { } id)
                byId.TryAdd(id, element);
        return byId;
    }
}
