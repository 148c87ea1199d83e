using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Runtime.Work;

/// <summary>The flow version a case runs, and those it calls.</summary>
internal sealed class CasePackages(FlowLibrary library, CaseState state)
{
    public FlowPackage Main { get; } = library.Package(state.Facts.Tenant, state.Flow);

    /// <summary>The package that the element of an instance belongs to.</summary>
    public FlowPackage Of(long elementKey) =>
        state.Elements.TryGetValue(elementKey, out var element) && element.CallKey != 0 && state.Elements.GetValueOrDefault(element.CallKey)?.Called is { } called
            ? library.Package(state.Facts.Tenant, called.Flow)
            : Main;

    public LocalText NameOf(TaskState task) => Name(Of(task.Key), task.ElementId) ?? new LocalText(task.Name ?? task.ElementId);

    /// <summary>An element's name, looked for in the main flow first, then in those it calls.</summary>
    public LocalText NameOf(string elementId) =>
        Name(Main, elementId) ?? library.Called(state.Facts.Tenant, state.Flow).Select(called => Name(called, elementId)).FirstOrDefault(name => name is not null) ?? new LocalText(elementId);

    public LocalText? StageName(string? stage) => stage is null ? null : Name(Main, stage);

    public ActionInfo? Action(SubscriptionState subscription) => Of(subscription.ElementKey).Actions.GetValueOrDefault(subscription.ElementId);

    private static LocalText? Name(FlowPackage package, string elementId) => package.ElementNames.GetValueOrDefault(elementId);
}
