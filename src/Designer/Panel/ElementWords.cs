using CaseFlow.Designer.Diagram;
using CaseFlow.Designer.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Designer.Panel;

/// <summary>What an element is called, in plain words.</summary>
public sealed class ElementWords(IStringLocalizer<DesignerText> text)
{
    /// <summary>For instance "Timer on a step · the step goes on".</summary>
    public string Of(ElementModel element)
    {
        var parts = new List<string> { Kind(element) };
        if (element.Definition is { } definition) parts.Add(text["Kind." + definition.Type["bpmn:".Length..]]);
        if (element.Has("nonInterrupting")) parts.Add(text["Kind.GoesOn"]);
        else if (element.Is("BoundaryEvent") || element.Has("inEventSubProcess")) parts.Add(text["Kind.Interrupts"]);
        return string.Join(" · ", parts);
    }

    private string Kind(ElementModel element)
    {
        if (element.Has("eventSubProcess")) return text["Kind.EventSubProcess"];
        if (element.Extensions.Any(node => node.Type == "stage")) return text["Kind.Stage"];
        var word = text["Kind." + element.Type["bpmn:".Length..]];
        return word.ResourceNotFound ? element.Type["bpmn:".Length..] : word.Value;
    }
}
