using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests;

/// <summary>
/// A case under test. After each step the recorded events are replayed and the state is stored and read back: all three
/// ways to a state must give the same bytes, whatever the test is about.
/// </summary>
internal sealed class TestCase(FlowPackage package, params FlowPackage[] others)
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly TestWorld _world = new([package, .. others]);
    private readonly List<(CaseEvent Event, DateTimeOffset At)> _history = [];
    private int _seen;

    public CaseState? State { get; private set; }

    public DateTimeOffset Now { get; private set; } = Monday;

    public Rejected? Rejection { get; private set; }

    public List<Effect> Effects { get; } = [];

    public IReadOnlyList<CaseEvent> Events => [.. _history.Select(entry => entry.Event)];

    public static Actor Someone { get; } = Actor.Staff("wang");

    public TestCase Started(params (string Name, object? Value)[] variables) => When(Start(variables));

    public StartCase Start((string Name, object? Value)[] variables, string? element = null, string? process = null) => new(
        Actor.Reporter("resident-1"), new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), package.Ref,
        new CaseFacts("260105-00001", "demo", "complaint", "web", "resident-1", Now), Values(variables), process, element);

    public TestCase When(Command command)
    {
        var before = State;
        var result = Interpreter.Advance(_world, State, command, Now);
        Rejection = result as Rejected;
        if (result is not Advanced advanced) return this;
        Assert.Equal(CaseSnapshot.Write(advanced.State), CaseSnapshot.Write(((Advanced)Interpreter.Advance(_world, before, command, Now)).State));
        _history.AddRange(advanced.Events.Select(@event => (@event, Now)));
        Effects.AddRange(advanced.Effects);
        var snapshot = CaseSnapshot.Write(advanced.State);
        Assert.Equal(snapshot, CaseSnapshot.Write(Interpreter.Replay(null, _history.Select(Stored))));
        State = CaseSnapshot.Read(snapshot);
        Assert.Equal(snapshot, CaseSnapshot.Write(State));
        return this;
    }

    public TestCase Complete(string element, params (string Name, object? Value)[] variables) => CompleteAs(Someone, element, variables);

    public TestCase CompleteAs(Actor actor, string element, params (string Name, object? Value)[] variables) =>
        When(new CompleteTask(actor, KeyOf(element), Values(variables)));

    public TestCase CompleteJob(string element, params (string Name, object? Value)[] variables) =>
        When(new CompleteJob(Actor.System, State!.Jobs.Values.First(job => job.ElementId == element).Key, Values(variables)));

    /// <summary>Of several open jobs the one that began last.</summary>
    public TestCase CompleteLastJob(params (string Name, object? Value)[] variables) => When(new CompleteJob(Actor.System, State!.Jobs.Keys.Max(), Values(variables)));

    public TestCase FailJob(string element, string message, string? error = null, int retries = 0) =>
        When(new FailJob(Actor.System, State!.Jobs.Values.First(job => job.ElementId == element).Key, message, error, retries));

    public TestCase Message(string element, params (string Name, object? Value)[] variables) =>
        When(new DeliverMessage(Someone, State!.Subscriptions.Values.First(s => s.ElementId == element).Key, $"m{_history.Count}", Values(variables)));

    public TestCase Signal(string name, params (string Name, object? Value)[] variables) => When(new DeliverSignal(Actor.System, name, Values(variables)));

    public TestCase Set(params (string Name, object? Value)[] variables) => When(new SetVariables(Someone, 0, Values(variables)));

    public TestCase Retry() => When(new RetryIncident(Someone, State!.Incidents.Values.First().Key));

    /// <summary>Moves the case to another version of its flow; the pairs are elements whose ids differ.</summary>
    public TestCase Migrate(int to, params (string From, string To)[] map) => When(new MigrateCase(
        Someone, State!.Flow, new FlowRef(State.Flow.Key, to), MigrationMap.Of(map.Select(pair => KeyValuePair.Create(pair.From, pair.To))), "better flow"));

    /// <summary>The office turns out to be closed on a day of January 2026.</summary>
    public TestCase OfficeClosed(int day)
    {
        _world.Close(new DateOnly(2026, 1, day));
        return this;
    }

    /// <param name="calendars">None: by the flow's settings.</param>
    public TestCase Recompute(params string[] calendars) => When(new RecomputeClocks(
        Someone, "holiday", calendars.Length == 0 ? null : [.. calendars], [.. _history.Select(entry => new PastClockEvent(entry.At, entry.Event))], State!.Version));

    /// <summary>Moves the clock on and fires what comes due, in order.</summary>
    public TestCase After(string duration)
    {
        var until = Now + System.Xml.XmlConvert.ToTimeSpan(duration);
        while (State!.Timers.Values.Where(timer => timer.DueAt <= until).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault() is { } timer)
        {
            Now = timer.DueAt > Now ? timer.DueAt : Now;
            When(timer.IsContinuation ? new Continue(Actor.System, timer.Key) : new FireTimer(Actor.System, timer.Key));
            if (Rejection is not null) throw new InvalidOperationException(Rejection.Message);
        }

        Now = until;
        return this;
    }

    /// <summary>Lets time pass; nothing fires.</summary>
    public TestCase Later(string duration)
    {
        Now += System.Xml.XmlConvert.ToTimeSpan(duration);
        return this;
    }

    /// <summary>Moves the clock on and tells what clocks reach, in order.</summary>
    public TestCase ClocksAfter(string duration)
    {
        var until = Now + System.Xml.XmlConvert.ToTimeSpan(duration);
        while (State!.Clocks.Values.Where(clock => clock.NextMarkAt <= until).MinBy(clock => clock.NextMarkAt) is { } clock)
        {
            Now = clock.NextMarkAt!.Value;
            When(new MarkClock(Actor.System, clock.Key, clock.NextMark!.Value));
        }

        Now = until;
        return this;
    }

    /// <summary>Everything that happened since the last look, in order.</summary>
    public TestCase Then(params string[] expected)
    {
        Assert.Null(Rejection);
        var lines = _history.Skip(_seen).Select(entry => Trace.Of(entry.Event)).ToArray();
        _seen = _history.Count;
        Assert.Equal(expected, lines);
        return this;
    }

    /// <summary>Ids of completed elements since the last look, in order.</summary>
    public TestCase ThenCompleted(params string[] expected)
    {
        Assert.Null(Rejection);
        var ids = _history.Skip(_seen).Select(entry => entry.Event).OfType<ElementCompleted>().Select(e => e.ElementId).ToArray();
        _seen = _history.Count;
        Assert.Equal(expected, ids);
        return this;
    }

    public TestCase ThenRejected(string code, string message)
    {
        Assert.Equal(new Rejected(code, message), Rejection);
        return this;
    }

    /// <summary>Ids of the live elements, sorted.</summary>
    public TestCase ThenLive(params string[] expected)
    {
        Assert.Equal(expected, State!.LiveElements.Order(StringComparer.Ordinal).ToArray());
        return this;
    }

    /// <summary>Names of the open tasks, sorted.</summary>
    public TestCase ThenTasks(params string[] expected)
    {
        Assert.Null(Rejection);
        Assert.Equal(expected, State!.Tasks.Values.Select(task => task.Name ?? task.ElementId).Order(StringComparer.Ordinal).ToArray());
        return this;
    }

    public TestCase ThenStatus(CaseStatus expected)
    {
        Assert.Equal(expected, State!.Status);
        return this;
    }

    public TestCase ThenVariable(string name, object? expected)
    {
        Assert.Equal(Value(expected), State!.Variables.Find(name) ?? FeelValue.Null);
        return this;
    }

    public TestCase ThenDue(string task, string expected)
    {
        Assert.Equal(expected, Text(State!.Tasks.Values.First(open => open.ElementId == task).Due));
        return this;
    }

    public TestCase ThenClock(string id, string? nextMark, string due)
    {
        var clock = State!.Clocks.Values.First(running => running.ClockId == id);
        Assert.Equal((nextMark, due), (clock.NextMark?.ToString(), Text(clock.Due)));
        return this;
    }

    public TestCase ThenStage(string id, int round, bool active)
    {
        Assert.Equal(new StageState(id, round, active), State!.Stages[id]);
        return this;
    }

    public TestCase ThenTask(string id, string? team, string? unit, string? assignee)
    {
        var task = State!.Tasks.Values.First(open => open.ElementId == id);
        Assert.Equal((team, unit, assignee), (task.Team, task.Unit, task.Assignee));
        return this;
    }

    public TestCase ThenAction(string id, long? taskKey)
    {
        var action = State!.Subscriptions.Values.First(open => open.ElementId == id);
        Assert.Equal((true, taskKey), (action.IsAction, action.TaskKey));
        return this;
    }

    public TestCase ThenEvaluated(Evaluation expected)
    {
        Assert.Equal([expected], Events.OfType<EvaluationGiven>().Select(e => e.Evaluation));
        return this;
    }

    public TestCase ThenSent(string key, string name, string? correlation, params (string Name, object? Value)[] variables)
    {
        Assert.Contains(new SendMessage(key, name, correlation, Values(variables)), Effects);
        return this;
    }

    public TestCase ThenBroadcast(string key, string name, params (string Name, object? Value)[] variables)
    {
        Assert.Contains(new BroadcastSignal(key, name, Values(variables)), Effects);
        return this;
    }

    public TestCase ThenIncident(string code, string element, string message)
    {
        Assert.Equal([(code, element, message)], State!.Incidents.Values.Select(incident => (incident.Code, incident.ElementId, incident.Message)));
        return this;
    }

    public long KeyOf(string element) =>
        State!.Elements.Values.First(instance => instance.ElementId == element && instance.Loop is null).Key;

    public static FeelContext Values((string Name, object? Value)[] variables) =>
        variables.Aggregate(FeelContext.Empty, (context, entry) => context.With(entry.Name, Value(entry.Value)));

    public static FeelValue Value(object? value) => value switch
    {
        null => FeelValue.Null,
        bool truth => FeelValue.From(truth),
        int number => FeelValue.From(number),
        decimal number => FeelValue.From(number),
        string text => FeelValue.From(text),
        FeelValue feel => feel,
        IEnumerable<object?> items => new FeelList([.. items.Select(Value)]),
        _ => throw new ArgumentException($"Expected a value for FEEL, but found {value}."),
    };

    private static string? Text(DateTimeOffset? at) => at?.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static (CaseEvent Event, DateTimeOffset At) Stored((CaseEvent Event, DateTimeOffset At) entry) =>
        (EventJson.Read(EventJson.TypeOf(entry.Event), EventJson.Write(entry.Event)), entry.At);
}
