using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Publishing;

/// <summary>What people read for the ids that rows keep.</summary>
internal sealed class FlowNames(FlowLibrary library)
{
    public LocalText Flow(string tenant, FlowRef flow) => library.Package(tenant, flow).Name;

    /// <summary>An element's name, looked for in the flow first, then in those it calls; its id when it has none.</summary>
    public LocalText Element(string tenant, FlowRef flow, string elementId) =>
        Named(tenant, flow, elementId) ?? new LocalText(elementId);

    /// <summary>An element's name; null when it has none.</summary>
    public LocalText? Named(string tenant, FlowRef flow, string elementId) =>
        Find(library.Package(tenant, flow), elementId)
        ?? library.Called(tenant, flow).Select(called => Find(called, elementId)).FirstOrDefault(name => name is not null);

    /// <summary>What the button of a case action says; its element's name when it is no button.</summary>
    public LocalText Action(string tenant, FlowRef flow, string elementId) =>
        library.Package(tenant, flow).Actions.GetValueOrDefault(elementId)?.Label ?? Element(tenant, flow, elementId);

    public LocalText? Stage(string tenant, FlowRef flow, string? stage) => stage is null ? null : Element(tenant, flow, stage);

    public LocalText? Closure(string tenant, FlowRef flow, string? closure) => closure is null
        ? null
        : library.Package(tenant, flow).Closures.FirstOrDefault(known => known.Id == closure)?.Name ?? new LocalText(closure);

    public LocalText Clock(string tenant, FlowRef flow, string clockId) =>
        library.Called(tenant, flow).Prepend(library.Package(tenant, flow)).SelectMany(package => package.Clocks).FirstOrDefault(clock => clock.Id == clockId)?.Name
        ?? new LocalText(clockId);

    private static LocalText? Find(FlowPackage package, string elementId) => package.ElementNames.GetValueOrDefault(elementId);
}
