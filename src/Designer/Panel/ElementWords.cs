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

    /// <summary>A step by its name, or by what it is while it has none.</summary>
    public string Of(StepRef step) => step.Name.Length > 0 ? step.Name : text["Kind.Unnamed", Word(step.Type)];

    private string Kind(ElementModel element)
    {
        if (element.Has("eventSubProcess")) return text["Kind.EventSubProcess"];
        if (element.Extensions.Any(node => node.Type == "stage")) return text["Kind.Stage"];
        return Word(element.Type);
    }

    private string Word(string type)
    {
        var word = text["Kind." + type["bpmn:".Length..]];
        return word.ResourceNotFound ? type["bpmn:".Length..] : word.Value;
    }
}
