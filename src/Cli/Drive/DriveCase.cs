using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Cli.Drive;

/// <summary>One case of a driver: its state, and what it completed so far.</summary>
internal sealed class DriveCase(string id, CaseState state)
{
    public string Id { get; } = id;

    public CaseState State { get; private set; } = state;

    /// <summary>Ids of completed activities and events, in order.</summary>
    public List<string> Trace { get; } = [];

    public void Take(Advanced step, IWorld world)
    {
        State = step.State;
        _called.UnionWith(step.Events.OfType<ProcessCalled>().Select(call => call.Called.Flow));
        _bodies.UnionWith(step.Events.OfType<LoopStarted>().Select(loop => loop.Key));
        foreach (var completed in step.Events.OfType<ElementCompleted>())
            if (!_bodies.Contains(completed.Key) && KindOf(completed.ElementId, world) is { } kind && !kind.IsGateway() && kind != ElementKind.Process)
                Trace.Add(completed.ElementId);
    }

    /// <summary>The first live instance of an element; null: it isn't live.</summary>
    public long? KeyOf(string elementId) =>
        State.Elements.Values.Where(element => element.Key != 0 && element.ElementId == elementId && element.Loop is null).Select(element => (long?)element.Key).FirstOrDefault();

    private ElementKind? KindOf(string elementId, IWorld world) =>
        Flows(world).SelectMany(package => package.Processes.Values).Select(process => process.Find(elementId)).FirstOrDefault(element => element is not null)?.Kind;

    private IEnumerable<FlowPackage> Flows(IWorld world)
    {
        yield return world.Flow(State.Flow);
        foreach (var called in _called) yield return world.Flow(called);
    }

    private readonly HashSet<FlowRef> _called = [];

    /// <summary>Repeated activities as a whole: their instances are told one by one, not they themselves again.</summary>
    private readonly HashSet<long> _bodies = [];
}
