using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>Events that a live instance waits for in the same way, before and after.</summary>
/// <param name="MayOpen">False while the instance is not at the point where it waits: it stopped with an incident, or was interrupted.</param>
internal sealed record WaitGroup(ProcessMove Process, ImmutableArray<Element> Old, ImmutableArray<Element> New, bool MayOpen)
{
    public static IEnumerable<WaitGroup> Of(CaseMove move, ElementInstance owner)
    {
        var waits = HasOnly(move.State, owner, IncidentPhase.Running, IncidentPhase.StartingClock);
        if (move.Outer(owner) is { } outer && outer.Of(outer.Source[owner.ElementId]) is { } target)
        {
            var old = outer.Source[owner.ElementId];
            if (owner.LoopCounter == 0) yield return Group(outer, old.Boundaries, target.Boundaries, HasOnly(move.State, owner, IncidentPhase.Running, IncidentPhase.StartingClock, IncidentPhase.Entering));
            if (owner.Loop is null) yield return Group(outer, Own(outer.Source, old), Own(outer.Target, target), waits);
            if (owner.Loop is null && old.Kind.IsScope()) yield return Group(outer, old.EventStarts, target.EventStarts, waits && !IsInterrupted(move, owner, outer.Source));
        }

        if ((owner.Key == 0 || owner.Called is not null) && move.Inner(owner) is { } inner)
            yield return Group(inner, inner.Source.Root.EventStarts, inner.Target.Root.EventStarts, waits && !IsInterrupted(move, owner, inner.Source));
    }

    private static WaitGroup Group(ProcessMove process, ImmutableArray<int> old, ImmutableArray<int> target, bool mayOpen) =>
        new(process, [.. old.Select(index => process.Source.Elements[index])], [.. target.Select(index => process.Target.Elements[index])], mayOpen);

    private static ImmutableArray<int> Own(Process process, Element element) => element.Kind switch
    {
        ElementKind.EventBasedGateway => [.. element.Outgoing.Select(flow => process.Flows[flow].Target)],
        ElementKind.ReceiveTask when element.Event is not null => [element.Index],
        var kind when kind.IsCatchEvent() => [element.Index],
        _ => [],
    };

    /// <summary>It has no incidents, or only of phases in which what is asked for is being waited for.</summary>
    private static bool HasOnly(CaseState state, ElementInstance owner, params ReadOnlySpan<IncidentPhase> phases)
    {
        foreach (var (_, incident) in state.Incidents)
            if (incident.ElementKey == owner.Key && !phases.Contains(incident.Phase))
                return false;
        return true;
    }

    private static bool IsInterrupted(CaseMove move, ElementInstance scope, Process source) => move.State.Elements.Values.Any(child =>
        child.ScopeKey == scope.Key && child.Key != 0 && source.Find(child.ElementId) is { Kind: ElementKind.EventSubprocess } subprocess
        && subprocess.Children.Any(index => source.Elements[index] is { Interrupting: true } start && start.Kind.IsStartEvent()));
}
