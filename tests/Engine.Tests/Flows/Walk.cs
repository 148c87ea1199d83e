using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Flows;

/// <summary>
/// One case of a shipped flow on a virtual clock. Activities answer at once; what they were asked is in <see cref="Said"/>.
/// After every step the events so far must replay to the same case.
/// </summary>
internal sealed class Walk
{
    public const string Reporter = "resident";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly List<(CaseEvent Event, DateTimeOffset At)> _events = [];
    private readonly List<string> _trace = [];
    private readonly List<string> _clocks = [];
    private readonly List<string> _said = [];
    private readonly Dictionary<string, FeelValue> _answers = [];
    private readonly Dictionary<string, string> _errors = [];
    private readonly FlowPackage _flow;
    private int _messages;

    private Walk(string flow, string at)
    {
        _flow = ShippedFlows.World.Package(flow);
        Now = Local(at);
        Answer("find-unit", "c1");
        Answer("suggest-duplicates", Array.Empty<FeelValue>());
        Answer("suggest-answers", Array.Empty<FeelValue>());
        Answer("open-case", Values.Of(("number", "P1"), ("caseId", "p1")));
    }

    public CaseState State { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    /// <summary>Open tasks in the order they were made, as <c>element:team@unit</c>.</summary>
    public string Open => string.Join(' ', State.Tasks.Values.Select(task =>
        task.ElementId + ":" + (task.Audience == TaskAudience.Reporter ? "reporter" : $"{task.Team}@{task.Unit}")));

    /// <summary>Case actions that may be taken now, by message name, in order.</summary>
    public string Actions => string.Join(' ', State.Subscriptions.Values.Where(wait => wait.IsAction).Select(wait => wait.Name).Order(StringComparer.Ordinal));

    /// <summary>How the case ended: <c>completed resolved</c>, or where it stands.</summary>
    public string End => State.Status == CaseStatus.Active ? "active" : $"{State.Status.ToString().ToLowerInvariant()} {State.Closure}";

    /// <summary>Steps and events completed since it was last asked, in order, without gateways and start events.</summary>
    public string Trace() => Take(_trace);

    /// <summary>What clocks did since it was last asked, as <c>id what local-time</c>.</summary>
    public string Clocks() => Take(_clocks, "; ");

    /// <summary>What activities were asked since it was last asked: notices and messages to other cases.</summary>
    public string Said() => Take(_said, "; ");

    public static Walk Start(string flow, string at, params (string Name, object? Value)[] values) => Start(flow, at, null, values);

    public static Walk Start(string flow, string at, Action<Walk>? prepare, params (string Name, object? Value)[] values)
    {
        var walk = new Walk(flow, at);
        prepare?.Invoke(walk);
        var facts = new CaseFacts("261122-00017", "demo", walk._flow.Catalogue!.Kind, "web", Reporter, walk.Now);
        walk.Send(new StartCase(Actor.Reporter(Reporter), new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), walk._flow.Ref, facts, Values.Of(values)));
        return walk;
    }

    /// <summary>Sets what an activity answers from now on.</summary>
    public void Answer(string activity, object answer) => _answers[activity] = Values.From(answer);

    /// <summary>Makes an activity end in a BPMN error from now on; null: no longer.</summary>
    public void Fail(string activity, string? code)
    {
        if (code is null) _errors.Remove(activity);
        else _errors[activity] = code;
    }

    /// <summary>Completes the open task of an element.</summary>
    public Walk Do(string element, string by, params (string Name, object? Value)[] values) =>
        Send(new CompleteTask(ActorOf(by), Task(element).Key, Values.Of(values)));

    /// <summary>Why completing a task is refused: the rejection's code.</summary>
    public string Refused(string element, string by, params (string Name, object? Value)[] values) =>
        Reject(new CompleteTask(ActorOf(by), Task(element).Key, Values.Of(values)));

    /// <summary>Takes a case action.</summary>
    public Walk Press(string message, string by, params (string Name, object? Value)[] values) => Send(Deliver(message, by, true, values));

    /// <summary>Why a case action is refused.</summary>
    public string RefusedPress(string message, string by, params (string Name, object? Value)[] values) => Reject(Deliver(message, by, true, values));

    /// <summary>Delivers a message from another case.</summary>
    public Walk Receive(string message, params (string Name, object? Value)[] values) => Send(Deliver(message, "another-case", false, values));

    /// <summary>Lets time pass to a local time; timers and clock marks on the way come in the order they are due.</summary>
    public Walk Until(string local)
    {
        var end = Local(local);
        while (Next(end) is { } next)
        {
            Now = next.At > Now ? next.At : Now;
            Send(next.Command);
        }

        Now = end;
        return this;
    }

    public FeelValue? Variable(string name) => State.Variables.Find(name);

    public string? Text(string name) => Variable(name) switch { FeelString text => text.Value, FeelNumber number => number.Value.ToString(CultureInfo.InvariantCulture), _ => null };

    public string Due(string clock) => Show(State.Clocks.Values.Single(running => running.ClockId == clock).Due);

    public string TaskDue(string element) => Task(element).Due is { } due ? Show(due) : "none";

    public TaskState Task(string element) =>
        State.Tasks.Values.FirstOrDefault(task => task.ElementId == element)
        ?? throw new InvalidOperationException($"Expected an open task {element}, but open are: {Open}; incidents: {string.Join("; ", State.Incidents.Values.Select(incident => incident.Message))}");

    private static Actor ActorOf(string by) => by == Reporter ? Actor.Reporter(by) : Actor.Staff(by);

    private DeliverMessage Deliver(string message, string by, bool action, (string Name, object? Value)[] values)
    {
        var wait = State.Subscriptions.Values.FirstOrDefault(open => open.Name == message && open.IsAction == action)
            ?? throw new InvalidOperationException($"Expected the case to wait for {message}, but it waits for: {string.Join(' ', State.Subscriptions.Values.Select(open => open.Name))}");
        return new DeliverMessage(ActorOf(by), wait.Key, $"message-{++_messages}", Values.Of(values));
    }

    private Walk Send(Command command)
    {
        Advance(command);
        while (State.Jobs.Values.FirstOrDefault() is { } job) Advance(Answered(job));
        Assert.Empty(State.Incidents.Values.Select(incident => $"{incident.ElementId}: {incident.Message}"));
        Assert.Equal(CaseSnapshot.Write(State), CaseSnapshot.Write(Interpreter.Replay(null, _events)));
        return this;
    }

    private void Advance(Command command)
    {
        var result = Interpreter.Advance(ShippedFlows.World, State, command, Now);
        var advanced = result as Advanced ?? throw new InvalidOperationException($"Expected {command} to be done, but: {result}");
        State = advanced.State;
        foreach (var happened in advanced.Events) Record(happened);
    }

    private string Reject(Command command) => Assert.IsType<Rejected>(Interpreter.Advance(ShippedFlows.World, State, command, Now)).Code;

    private void Record(CaseEvent happened)
    {
        _events.Add((happened, Now));
        if (happened is ElementCompleted completed && IsTraced(completed.ElementId)) _trace.Add(completed.ElementId);
        if (happened is ClockMarked marked) _clocks.Add($"{marked.ClockId} {marked.Mark.ToString().ToLowerInvariant()} {Show(Now)}");
        if (happened is ClockStopped stopped) _clocks.Add($"{stopped.ClockId} {(stopped.Met ? "met" : "late")} {Show(Now)}");
        if (happened is EvaluationGiven { Evaluation: var given }) _said.Add($"{given.By} rates {given.Of} {given.Score} {given.Solved}".TrimEnd());
    }

    private bool IsTraced(string element)
    {
        // The case's own process, or that of a flow it calls.
        var processes = ShippedFlows.Keys.Select(key => ShippedFlows.World.Package(key)).OrderByDescending(package => package == _flow).SelectMany(package => package.Processes.Values);
        var kind = processes.Select(process => process.Find(element)).First(found => found is not null)!.Kind;
        return !kind.IsGateway() && !kind.IsStartEvent() && !kind.IsScope();
    }

    private Command Answered(JobState job)
    {
        if (_errors.TryGetValue(job.ActivityType, out var code)) return new FailJob(Actor.System, job.Key, code, code);
        var answer = Run(job);
        return answer is FeelContext named ? new CompleteJob(Actor.System, job.Key, named) : new CompleteJob(Actor.System, job.Key, FeelContext.Empty, answer);
    }

    private FeelValue Run(JobState job)
    {
        if (job.Settings.Find("message") is FeelString message) _said.Add($"{message.Value} to {(job.Settings.Find("only") is FeelString only ? only.Value : "every " + ((FeelString)job.Settings.Find("role")!).Value)}");
        if (job.Settings.Find("text") is FeelString notice) _said.Add(notice.Value);
        return _answers.GetValueOrDefault(job.ActivityType, FeelContext.Empty);
    }

    private (DateTimeOffset At, Command Command)? Next(DateTimeOffset end)
    {
        var timers = State.Timers.Values.Select(timer => (At: timer.DueAt, Command: (Command)new FireTimer(Actor.System, timer.Key)));
        var marks = State.Clocks.Values.Where(clock => clock.NextMarkAt is not null)
            .Select(clock => (At: clock.NextMarkAt!.Value, Command: (Command)new MarkClock(Actor.System, clock.Key, clock.NextMark!.Value)));
        var due = timers.Concat(marks).Where(next => next.At <= end).OrderBy(next => next.At).ToList();
        return due.Count == 0 ? null : due[0];
    }

    /// <summary>Servers keep UTC; what a flow says of hours and days is the office's.</summary>
    private static DateTimeOffset Local(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Zone.GetUtcOffset(time)).ToUniversalTime();
    }

    private static string Show(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Take(List<string> list, string separator = " ")
    {
        var text = string.Join(separator, list);
        list.Clear();
        return text;
    }
}
