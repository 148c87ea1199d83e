using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>What happens when something that was waited for comes: to a boundary event, an event subprocess, or the element itself.</summary>
internal static class Triggers
{
    public static void Fire(Step step, long ownerKey, string eventId, FeelContext payload)
    {
        if (!step.IsLive(ownerKey)) return;
        var owner = step.Get(ownerKey);
        if (ownerKey != 0 && step.ProcessOf(owner).Find(eventId) is { } outer && IsOwn(step, owner, outer)) FireOwn(step, owner, outer, payload);
        else FireEventSubprocess(step, owner, step.InnerProcessOf(owner)[eventId], payload);
    }

    /// <summary>An interrupting boundary event ends its activity before it goes on.</summary>
    public static void FireBoundary(Step step, ElementInstance host, Element boundary, FeelContext payload, FeelContext? facts = null)
    {
        if (boundary.Interrupting) Lifecycle.Terminate(step, host.Key, $"interrupted by {boundary.Id}");
        Lifecycle.Occur(step, boundary, host.ScopeKey, payload, facts);
    }

    /// <summary>An interrupting event subprocess ends all else in its scope; its scope goes on with it alone.</summary>
    public static void FireEventSubprocess(Step step, ElementInstance scope, Element start, FeelContext payload, FeelContext? facts = null)
    {
        var process = step.InnerProcessOf(scope);
        var subprocess = process.Elements[start.Parent];
        if (start.Interrupting)
        {
            var starts = step.InnerScopeOf(scope).EventStarts;
            Waits.Close(step, scope.Key, id => process.Find(id) is { } element && starts.Contains(element.Index));
            Lifecycle.TerminateChildren(step, scope.Key, $"interrupted by {start.Id}");
        }

        var key = Lifecycle.Begin(step, subprocess, scope.Key, []);
        if (Faults.Guard(step, key, IncidentPhase.Entering, () => ScopeRules.Open(step, key, subprocess))) Lifecycle.Occur(step, start, key, payload, facts);
    }

    private static bool IsOwn(Step step, ElementInstance owner, Element element)
    {
        var ownerElement = step.ElementOf(owner);
        return element.Index == ownerElement.Index || element.AttachedTo == ownerElement.Index || ownerElement.Kind == ElementKind.EventBasedGateway;
    }

    private static void FireOwn(Step step, ElementInstance owner, Element @event, FeelContext payload)
    {
        if (@event.Kind.IsBoundaryEvent()) FireBoundary(step, owner, @event, payload);
        else ElementBehaviors.Of(step.ElementOf(owner).Kind).Triggered(step, owner, @event, payload);
    }
}
