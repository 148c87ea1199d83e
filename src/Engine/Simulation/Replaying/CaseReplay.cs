using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>One recorded case sent through the draft: the same start, and each step that opens answered as the record has it, at the recorded time where that can be.</summary>
internal sealed class CaseReplay(FlowPackage draft, DraftSteps steps, IWorld world, RecordedCase recorded)
{
    /// <summary>A draft whose timers never end must not hold a replay for ever.</summary>
    private const int MostSteps = 20_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    private readonly Agenda _agenda = new();
    private readonly Dictionary<long, Answer> _given = [];
    private readonly Dictionary<long, string> _waiting = [];
    private CaseState? _state;
    private long _messages;

    public Script Script { get; } = new(recorded);

    public Outcome Outcome { get; } = new();

    /// <summary>Steps that are open and that the record has no answer for, once the case can't go on.</summary>
    public IEnumerable<string> Unanswered => Script.Outcome.Status is null || Outcome.Status is not null ? [] : _waiting.Values.Distinct().Order(StringComparer.Ordinal);

    /// <summary>Answers of the record that the draft refused: element and reason.</summary>
    public SortedSet<(string Element, string Reason)> Refused { get; } = new(PairOrder.Instance);

    /// <summary>False when the draft could not start the case at all: then there is nothing to compare.</summary>
    public bool HasBegun => _state is not null;

    public void Run()
    {
        Begin();
        var until = (Script.Outcome.Status is null ? Script.LastAt : Script.LastAt + Longest).UtcTicks;
        if (Script.Terminated is { } end) _agenda.Add(new Due(end.At.UtcTicks, DueWhat.CaseEnds, null, 0));
        for (var i = 0; i < MostSteps && _state is { Status: CaseStatus.Active } && _agenda.TryTake(until, out var due); i++) Happen(due, _state);
    }

    private void Begin()
    {
        var started = (CaseStarted)Script.First.Event;
        if (!draft.Processes.ContainsKey(started.Process))
        {
            Refused.Add((started.Process, $"Expected the draft to have process {started.Process}, but it has {string.Join(", ", draft.Processes.Keys.Order(StringComparer.Ordinal))}."));
            return;
        }

        var start = recorded.Events.Select(entry => entry.Event).OfType<ElementActivated>().FirstOrDefault()?.ElementId;
        var triggered = draft.Starts.Any(known => known.ElementId == start && known is not { Message: null, Signal: null, Timer: null });
        Send(Script.First.At, started.Process, new StartCase(
            Script.First.Actor, started.CaseId, draft.Ref, started.Facts, GivenValues.OfStart(recorded), started.Process, triggered ? start : null, started.BusinessKey));
    }

    private void Happen(Due due, CaseState state)
    {
        var at = new DateTimeOffset(due.At, TimeSpan.Zero);
        switch (due.What)
        {
            case DueWhat.Timer when state.Timers.TryGetValue(due.Key, out var timer):
                Send(at, timer.ElementId, timer.IsContinuation ? new Continue(Actor.System, due.Key) : new FireTimer(Actor.System, due.Key));
                break;
            case DueWhat.Mark when state.Clocks.TryGetValue(due.Key, out var clock) && clock.NextMark == (ClockMark)due.Detail && clock.NextMarkAt <= at:
                Send(at, clock.ClockId, new MarkClock(Actor.System, due.Key, (ClockMark)due.Detail));
                break;
            case DueWhat.CaseEnds:
                var closed = (CaseClosed)Script.Terminated!.Event;
                Send(at, state.Process, new TerminateCase(Script.Terminated.Actor, closed.Reason ?? "as recorded", closed.Closure is { } closure && draft.Closures.Any(known => known.Id == closure) ? closure : null));
                break;
            default:
                if (_given.Remove(due.Key, out var answer)) Give(due, state, answer, at);
                break;
        }
    }

    private void Give(Due due, CaseState state, Answer answer, DateTimeOffset at)
    {
        switch (due.What)
        {
            case DueWhat.WorkDone when state.Tasks.TryGetValue(due.Key, out var task):
                Send(at, task.ElementId, new CompleteTask(answer.Actor, due.Key, steps.Fitting(task.Form, answer.Values, at)));
                break;
            case DueWhat.JobAnswers when state.Jobs.TryGetValue(due.Key, out var job):
                Send(at, job.ElementId, answer.Error is { } error ? new FailJob(answer.Actor, due.Key, "as recorded", error) : steps.Completion(job, answer));
                break;
            case DueWhat.MessageComes when state.Subscriptions.TryGetValue(due.Key, out var wait):
                Send(at, wait.ElementId, wait.Kind == SubscriptionKind.Signal
                    ? new DeliverSignal(answer.Actor, wait.Name, answer.Values)
                    : new DeliverMessage(answer.Actor, due.Key, $"m{(++_messages).ToString(CultureInfo.InvariantCulture)}", steps.Fitting(steps.Find(wait.ElementId)?.Action?.Form, answer.Values, at)));
                break;
            case DueWhat.OptionalStep when steps.Optional(-due.Key - 1) is { } id:
                Send(at, id, new StartAdHocStep(answer.Actor, id));
                break;
        }
    }

    private void Send(DateTimeOffset at, string elementId, Command command)
    {
        var result = Interpreter.Advance(world, _state, command, at);
        if (result is Rejected rejected) Refused.Add((elementId, rejected.Message));
        if (result is not Advanced step) return;
        _state = step.State;
        foreach (var @event in step.Events) Read(@event, at);
    }

    private void Read(CaseEvent @event, DateTimeOffset now)
    {
        Outcome.Read(@event);
        switch (@event)
        {
            case TaskCreated e: Await(e.Task.Key, e.Task.ElementId, DueWhat.WorkDone, now); break;
            case JobCreated e: Await(e.Job.Key, e.Job.ElementId, DueWhat.JobAnswers, now); break;
            case SubscriptionOpened { Subscription: { Kind: not SubscriptionKind.Condition } wait }: Await(wait.Key, wait.ElementId, DueWhat.MessageComes, now); break;
            case MessageReceived e when _state!.Subscriptions.ContainsKey(e.SubscriptionKey): Await(e.SubscriptionKey, e.ElementId, DueWhat.MessageComes, now); break;
            case ElementActivated e when steps.Find(e.ElementId)?.AdHoc is not null: Offer(e.ElementId, now); break;
            case TaskCompleted e: _waiting.Remove(e.TaskKey); break;
            case JobCompleted e: _waiting.Remove(e.JobKey); break;
            case TaskCancelled e: Withdraw(e.TaskKey, e.ElementId); break;
            case JobCancelled e: Withdraw(e.JobKey, e.ElementId); break;
            case SubscriptionClosed e: Withdraw(e.SubscriptionKey, e.ElementId); break;
            case TimerScheduled e: _agenda.Add(new Due(e.Timer.DueAt.UtcTicks, DueWhat.Timer, null, e.Timer.Key)); break;
            case FollowUpsDeferred e: _agenda.Add(new Due(Math.Max(now.UtcTicks, e.Timer.DueAt.UtcTicks), DueWhat.Timer, null, e.Timer.Key)); break;
            case ClockStarted e: PlanMark(e.Clock, now); break;
            case ClockChanged e: PlanMark(e.Clock, now); break;
            case ClockMarked e: PlanMark(e.Clock, now); break;
        }
    }

    /// <summary>At the recorded time; where the step opens later than that, as long after its opening as in the record.</summary>
    private void Await(long key, string elementId, DueWhat what, DateTimeOffset now)
    {
        var answer = Script.Take(elementId);
        if (answer is null && what == DueWhat.JobAnswers && steps.IsAnsweredByItself(elementId) && !Script.LeavesRunning(elementId)) answer = new Answer(now, TimeSpan.Zero, Actor.System, steps.Assumed(elementId));
        if (what != DueWhat.MessageComes) _waiting[key] = elementId;
        if (answer is null) return;
        _given[key] = answer;
        _agenda.Add(new Due((answer.At >= now ? answer.At : now + answer.After).UtcTicks, what, null, key));
    }

    private void Offer(string scopeId, DateTimeOffset now)
    {
        foreach (var (index, id) in steps.Offers(scopeId))
            while (Script.Take("start " + id) is { } answer)
            {
                _given[-index - 1] = answer;
                _agenda.Add(new Due(Math.Max(answer.At.UtcTicks, now.UtcTicks), DueWhat.OptionalStep, null, -index - 1));
            }
    }

    private void Withdraw(long key, string elementId)
    {
        _waiting.Remove(key);
        if (_given.Remove(key, out var answer)) Script.Return(elementId, answer);
    }

    private void PlanMark(ClockState clock, DateTimeOffset now)
    {
        if (clock is { NextMark: { } mark, NextMarkAt: { } at }) _agenda.Add(new Due(Math.Max(now.UtcTicks, at.UtcTicks), DueWhat.Mark, null, clock.Key, (int)mark));
    }
}
