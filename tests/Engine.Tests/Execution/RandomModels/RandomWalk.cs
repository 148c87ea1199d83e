using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Checks.Trials;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>
/// One case of a random model. Each step is taken from the state as it is and from the state as it was stored and read back, and
/// its events are replayed: all three ways must give the same bytes.
/// </summary>
internal sealed class RandomWalk(FlowPackage package, IReadOnlyList<string> variables)
{
    private readonly TestWorld _world = new(package);
    private readonly Dictionary<string, int> _taken = [];
    private CaseState? _restored;
    private CaseState? _replayed;

    public CaseState? State { get; private set; }

    public DateTimeOffset Now { get; private set; } = TestCase.Monday;

    /// <summary>How often each element was activated within each instance of its scope.</summary>
    public Dictionary<(long Scope, string Element), int> Activations { get; } = [];

    public IReadOnlyList<string> Variables => variables;

    public bool IsActive => State!.Status == CaseStatus.Active;

    public void Start(IReadOnlySet<string> held) => Do(new StartCase(
        Actor.System, Guid.Empty, package.Ref, new CaseFacts("1", "demo", "complaint", "web", null, Now), Values(held), "p"));

    /// <summary>Everything that may happen to the case now.</summary>
    public List<Func<IReadOnlySet<string>, Command>> Moves()
    {
        var moves = new List<Func<IReadOnlySet<string>, Command>>();
        foreach (var task in State!.Tasks.Values) moves.Add(held => new CompleteTask(Actor.System, task.Key, Values(held)));
        foreach (var job in State.Jobs.Values)
        {
            moves.Add(held => new CompleteJob(Actor.System, job.Key, Values(held)));
            if (Catches.Errors(Process(State.Elements[job.Key]), Process(State.Elements[job.Key])[job.ElementId]).Contains("E")) moves.Add(_ => new FailJob(Actor.System, job.Key, "", "E"));
        }

        foreach (var timer in State.Timers.Values) moves.Add(_ => timer.IsContinuation ? new Continue(Actor.System, timer.Key) : new FireTimer(Actor.System, timer.Key));
        foreach (var wait in State.Subscriptions.Values) moves.Add(held => new DeliverMessage(Actor.System, wait.Key, $"m{State.Version}", Values(held)));
        foreach (var instance in State.Elements.Values)
            if (instance.Key != 0 && instance.Loop is null && Process(instance)[instance.ElementId] is { AdHoc: not null } adHoc)
                foreach (var entry in adHoc.Entries)
                    moves.Add(_ => new StartAdHocStep(Actor.System, Process(instance).Elements[entry].Id));
        return moves;
    }

    public void Set(IReadOnlySet<string> held) => Do(new SetVariables(Actor.System, 0, Values(held)));

    public void Do(Command command)
    {
        if (command is FireTimer { TimerKey: var key } && State!.Timers[key].DueAt > Now) Now = State.Timers[key].DueAt;
        if (Interpreter.Advance(_world, State, command, Now) is not Advanced advanced) throw new InvalidOperationException($"Expected {command} to be possible, but it is not.");
        var restored = (Advanced)Interpreter.Advance(_world, _restored, command, Now);
        _replayed = Interpreter.Replay(_replayed, advanced.Events.Select(@event => (@event, Now)));
        State = advanced.State;
        var bytes = CaseSnapshot.Write(State);
        Same(bytes, CaseSnapshot.Write(restored.State), "the stored and restored case");
        Same(bytes, CaseSnapshot.Write(_replayed), "the replayed events");
        _restored = CaseSnapshot.Read(bytes);
        foreach (var @event in advanced.Events) Count(@event);
    }

    public FeelContext Values(IReadOnlySet<string> held)
    {
        var values = FeelContext.Empty;
        foreach (var name in variables) values = values.With(name, FeelValue.From(held.Contains(name)));
        return values;
    }

    private static void Same(byte[] expected, byte[] found, string what)
    {
        if (!expected.AsSpan().SequenceEqual(found)) throw new InvalidOperationException($"Expected {what} to be the same case, but it is another.");
    }

    /// <summary>A join takes a token of a flow only when one was put there: else it would fire twice for one set of tokens.</summary>
    private void Count(CaseEvent @event)
    {
        if (@event is SequenceFlowTaken taken) _taken[$"{taken.ScopeKey} {taken.FlowId}"] = _taken.GetValueOrDefault($"{taken.ScopeKey} {taken.FlowId}") + 1;
        if (@event is not ElementActivated activated) return;
        if (activated.LoopCounter == 0) Activations[(activated.ScopeKey, activated.ElementId)] = Activations.GetValueOrDefault((activated.ScopeKey, activated.ElementId)) + 1;
        foreach (var flow in activated.Flows)
            if ((_taken[$"{activated.ScopeKey} {flow}"] = _taken.GetValueOrDefault($"{activated.ScopeKey} {flow}") - 1) < 0)
                throw new InvalidOperationException($"Expected {activated.ElementId} to take a token that is there, but there is none on {flow}.");
    }

    private Process Process(ElementInstance instance) =>
        package.Processes[instance.CallKey == 0 ? State!.Process : State!.Elements[instance.CallKey].Called!.Process];
}
