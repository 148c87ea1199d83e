using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Runtime.Work;

/// <summary>The flow version a case runs, and those it calls.</summary>
internal sealed class CasePackages(FlowLibrary library, CaseState state)
{
    private readonly FlowNames _names = new(library);

    public FlowPackage Main { get; } = library.Package(state.Facts.Tenant, state.Flow);

    /// <summary>The package that the element of an instance belongs to.</summary>
    public FlowPackage Of(long elementKey) => CalledBy(elementKey) is { } called ? library.Package(state.Facts.Tenant, called.Flow) : Main;

    /// <summary>What a live element is.</summary>
    public Element? ElementOf(ElementInstance instance) =>
        Of(instance.Key).Processes.GetValueOrDefault(CalledBy(instance.Key)?.Process ?? state.Process)?.Find(instance.ElementId);

    /// <summary>The process that a live element belongs to.</summary>
    public Process? ProcessOf(ElementInstance instance) => Of(instance.Key).Processes.GetValueOrDefault(CalledBy(instance.Key)?.Process ?? state.Process);

    public LocalText NameOf(string elementId) => _names.Element(state.Facts.Tenant, state.Flow, elementId);

    public LocalText? StageName(string? stage) => stage is null ? null : NameOf(stage);

    public LocalText ClockName(string clockId) => _names.Clock(state.Facts.Tenant, state.Flow, clockId);

    public LocalText? ClosureName(string? closure) => _names.Closure(state.Facts.Tenant, state.Flow, closure);

    public ActionInfo? Action(SubscriptionState subscription) => Of(subscription.ElementKey).Actions.GetValueOrDefault(subscription.ElementId);

    private CalledProcess? CalledBy(long elementKey) =>
        state.Elements.TryGetValue(elementKey, out var element) && element.CallKey != 0 ? state.Elements.GetValueOrDefault(element.CallKey)?.Called : null;
}
