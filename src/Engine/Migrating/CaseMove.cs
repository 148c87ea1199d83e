using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>A case on its way to another version: which of its processes move, and what was found on the way.</summary>
internal sealed class CaseMove
{
    private readonly IWorld _world;
    private readonly SortedDictionary<long, ProcessMove> _processes = [];
    private readonly List<MigrationPlace> _places = [];
    private readonly List<MigrationProblem> _problems = [];

    public CaseMove(IWorld world, CaseState state, FlowRef from, FlowRef to, MigrationMap map)
    {
        (_world, State, From, To, Map) = (world, state, from, to, map);
        if (state.Flow == from) Add(0, state.Process);
        foreach (var instance in state.Elements.Values)
            if (instance.Called is { } called && called.Flow == from)
                Add(instance.Key, called.Process);
    }

    public CaseState State { get; }

    public FlowRef From { get; }

    public FlowRef To { get; }

    public MigrationMap Map { get; }

    /// <summary>By the key of the call activity that runs it; 0: the case's own.</summary>
    public IReadOnlyDictionary<long, ProcessMove> Processes => _processes;

    public IReadOnlyList<MigrationProblem> Problems => _problems;

    public MigrationPlan Plan => new([.. _places.Distinct()], [.. _problems.Distinct()]);

    public void Place(string elementId, Element? target) => _places.Add(new MigrationPlace(elementId, target?.Id));

    public void Refuse(string elementId, string code, string message) => _problems.Add(new MigrationProblem(elementId, code, message));

    /// <summary>The move of the process that the instance's element stands in; null: that process stays.</summary>
    public ProcessMove? Outer(ElementInstance instance) => instance.Key == 0 ? null : _processes.GetValueOrDefault(instance.CallKey);

    /// <summary>The move of the process that the instance's children stand in.</summary>
    public ProcessMove? Inner(ElementInstance instance) => _processes.GetValueOrDefault(instance.Key == 0 || instance.Called is not null ? instance.Key : instance.CallKey);

    /// <summary>The element of an instance as it will be; null: nothing continues it.</summary>
    public Element? After(ElementInstance instance) =>
        Outer(instance) is { } move ? move.Of(move.Source[instance.ElementId]) : instance.Key == 0 ? Inner(instance)?.Target.Root ?? Unmoved(instance) : Unmoved(instance);

    public ElementInstance Scope(ElementInstance instance) => State.Elements[instance.ScopeKey];

    private Element Unmoved(ElementInstance instance)
    {
        var called = instance.CallKey == 0 ? null : State.Elements[instance.CallKey].Called;
        return _world.Flow(called?.Flow ?? State.Flow).Processes[called?.Process ?? State.Process][instance.ElementId];
    }

    private void Add(long key, string process)
    {
        var source = _world.Flow(From).Processes[process];
        if (_world.Flow(To).Processes.TryGetValue(Map[process], out var target)) _processes[key] = new ProcessMove(source, target, Map);
        else Refuse(process, "process-missing", $"Expected a process {Map[process]} in {To} to continue {process}, but there is none.");
    }
}
