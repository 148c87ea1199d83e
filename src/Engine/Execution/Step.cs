using System.Collections.Immutable;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// One command being carried out: the state so far, what happened, what is still to be done. Behaviours change a case only by
/// <see cref="Emit"/>; a key taken from <see cref="NewKey"/> must be emitted before the next is asked for.
/// </summary>
internal sealed class Step(IWorld world, CaseState? state, Actor actor, DateTimeOffset now)
{
    private readonly ImmutableArray<CaseEvent>.Builder _events = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();
    private readonly Dictionary<long, Process> _processes = [];
    private CaseState? _state = state;
    private DateTimeOffset? _wallNow;

    public IWorld World => world;

    public Actor Actor => actor;

    public DateTimeOffset Now => now;

    /// <summary>Now, on the office's clock. Worked out once a step: every expression asks for it.</summary>
    public DateTimeOffset WallNow => _wallNow ??= Facts.OnTheWall(this, now);

    public CaseState State => _state ?? throw new InvalidOperationException("Expected the case to have started.");

    public long NewKey => State.NextKey;

    public FollowUpQueue Queue { get; } = new();

    /// <summary>Set when a variable changed since conditions were last looked at.</summary>
    public bool VariablesChanged { get; set; }

    public void Emit(CaseEvent @event)
    {
        _state = Evolve.Apply(_state, @event, now);
        _events.Add(@event);
        if (@event is VariablesSet or SubscriptionOpened) VariablesChanged = true;
        if (@event is CaseMigrated) _processes.Clear();
    }

    public void Do(Effect effect) => _effects.Add(effect);

    public Advanced Result() => new(State, _events.ToImmutable(), _effects.ToImmutable());

    public IEnumerable<CaseEvent> Events => _events;

    public bool IsLive(long key) => State.Elements.ContainsKey(key) && State.Status == CaseStatus.Active;

    public ElementInstance Get(long key) => State.Elements[key];

    public ElementInstance? Find(long key) => State.Elements.GetValueOrDefault(key);

    /// <summary>The process an instance's element stands in.</summary>
    public Process ProcessOf(ElementInstance instance) => ProcessOfCall(instance.CallKey);

    /// <summary>The process that the instance's children stand in: for a call activity the called one.</summary>
    public Process InnerProcessOf(ElementInstance instance) => instance.Called is null ? ProcessOf(instance) : ProcessOfCall(instance.Key);

    public Element ElementOf(ElementInstance instance) => ProcessOf(instance)[instance.ElementId];

    /// <summary>The model of what runs within the instance: itself, or the root of the process it calls.</summary>
    public Element InnerScopeOf(ElementInstance instance) => instance.Called is null ? ElementOf(instance) : ProcessOfCall(instance.Key).Root;

    /// <summary>The package whose tables and forms the instance uses.</summary>
    public FlowPackage PackageOf(ElementInstance instance) => World.Flow(ProcessOf(instance).Flow);

    private Process ProcessOfCall(long callKey)
    {
        if (_processes.TryGetValue(callKey, out var process)) return process;
        var called = callKey == 0 ? null : Get(callKey).Called;
        process = world.Flow(called?.Flow ?? State.Flow).Processes[called?.Process ?? State.Process];
        return _processes[callKey] = process;
    }
}
