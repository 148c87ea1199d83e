using System.Collections.Immutable;
using CaseFlow.Designer.Diagram;

namespace CaseFlow.Designer.Panel;

/// <summary>The element whose properties are shown, and the way to change them.</summary>
public sealed record PanelContext(FlowCanvas Canvas, ElementModel Element, FlowChoices Choices, CanvasState Drawing)
{
    /// <summary>The extension elements of one type.</summary>
    public ImmutableArray<ExtensionNode> All(string type, ExtensionPlace place = ExtensionPlace.Element) =>
        [.. Element.At(place).Where(node => node.Type == type)];

    /// <summary>The one extension element of a type; a blank one when there is none.</summary>
    public ExtensionNode One(string type, ExtensionPlace place = ExtensionPlace.Element) =>
        Element.At(place).FirstOrDefault(node => node.Type == type) ?? ExtensionNode.Empty(type);

    public bool Has(string type) => Element.Extensions.Any(node => node.Type == type);

    /// <summary>Writes the one extension element of a type; a blank one is taken away.</summary>
    public Task PutAsync(ExtensionNode node, ExtensionPlace place = ExtensionPlace.Element) =>
        Canvas.ExtendAsync(Element.Id, place, node.Type, node.IsBlank ? [] : [node]).AsTask();

    /// <summary>Sets one attribute; an empty value takes it away, and the extension element with its last attribute.</summary>
    public Task SetAsync(string type, string attribute, string? value, ExtensionPlace place = ExtensionPlace.Element) =>
        PutAsync(One(type, place).With(attribute, value), place);

    public Task PutAllAsync(string type, IEnumerable<ExtensionNode> nodes) =>
        Canvas.ExtendAsync(Element.Id, ExtensionPlace.Element, type, nodes).AsTask();

    /// <summary>The English name or documentation of the element.</summary>
    public string English(string attribute) =>
        All("text").FirstOrDefault(node => node["lang"].StartsWith("en", StringComparison.OrdinalIgnoreCase))?[attribute] ?? "";

    public Task SetEnglishAsync(string attribute, string? value) =>
        PutAllAsync("text", ExtensionNode.Translated(All("text"), attribute, value));

    /// <summary>Clocks of the flow, as choices.</summary>
    public IEnumerable<Choice> Clocks => FromProcess("clock");

    /// <summary>Closure types of the flow, as choices.</summary>
    public IEnumerable<Choice> Closures => FromProcess("closure");

    /// <summary>Steps of the given types other than this element, as choices.</summary>
    public IEnumerable<Choice> Steps(params string[] types) =>
        Drawing.Steps.Where(step => step.Id != Element.Id && types.Contains(step.Type[5..])).Select(step => new Choice(step.Id, step.Label));

    private IEnumerable<Choice> FromProcess(string type) =>
        (Drawing.Process?.Extensions ?? []).Where(node => node.Type == type).Select(node => new Choice(node["id"], node["name"]));
}
