using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Data associations as mappings (BPMN 2.0.2, section 10.4.2): an input copies data to a variable of the element's own, an output copies such a variable to data.
/// One that is drawn only, without a source or a target that holds a value, is no more than a line.
/// </summary>
internal static class DataAssociations
{
    public static void Translate(XElement process, XElement element, ProblemList problems)
    {
        foreach (var association in element.Elements().Where(child => child.IsBpmn()).ToList())
            if (association.Name.LocalName == "dataInputAssociation") Translate(process, element, association, "input", problems);
            else if (association.Name.LocalName == "dataOutputAssociation") Translate(process, element, association, "output", problems);
    }

    private static void Translate(XElement process, XElement element, XElement association, string direction, ProblemList problems)
    {
        if (association.Elements().FirstOrDefault(end => end.Name.LocalName is "sourceRef" or "targetRef" && DataNames.IsStore(process, end.Value)) is { } store)
            problems.Warning("data-store", $"Expected data of the process, but {store.Value.Trim()} is a data store: it is drawn only.", association);
        var sources = association.Elements(BpmnXml.Bpmn + "sourceRef").Select(source => DataNames.Of(process, source.Value)).OfType<string>().ToList();
        var target = DataNames.Of(process, association.Child("targetRef")?.Value);
        var assignments = association.Elements(BpmnXml.Bpmn + "assignment").ToList();
        foreach (var assignment in assignments)
            Add(element, direction, assignment.Child("from")?.Value, DataNames.Of(process, assignment.Child("to")?.Value) ?? target);
        if (assignments.Count > 0 || target is null) return;
        if (association.Child("transformation") is { } transformation) Add(element, direction, transformation.Value, target);
        else if (sources.Count == 1) Add(element, direction, sources[0], target);
        else if (sources.Count > 1) problems.Error("data-association", "Expected one source of a data association without a transformation, but found several.", association);
    }

    private static void Add(XElement element, string direction, string? source, string? target)
    {
        ForeignAttributes.Holder(element).Add(new XElement(BpmnXml.CaseFlow + direction, new XAttribute("source", "=" + source?.Trim()), new XAttribute("target", target ?? "")));
    }
}
