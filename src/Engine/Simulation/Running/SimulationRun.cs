using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>One run: takes what is due, earliest first, until the last day is over.</summary>
internal sealed class SimulationRun
{
    private const int MostAtOnce = 100_000;

    private readonly Agenda _agenda = new();
    private readonly Post _post = new();
    private readonly SimulationModel _model;
    private readonly TeamDesk _teams;
    private readonly CaseDesk _cases;
    private readonly Intake _intake;
    private readonly Answers _answers;
    private long _now;
    private int _atOnce;

    public SimulationRun(SimulationModel model, long seed, Action<Command, Advanced, DateTimeOffset>? watch = null)
    {
        _model = model;
        _teams = new TeamDesk(model.Teams, _agenda);
        _cases = new CaseDesk(model, new EventReader(model, _agenda, _teams, _post, Tally), Tally, seed, watch);
        _intake = new Intake(model, _agenda, _cases, seed);
        _answers = new Answers(model, _cases);
    }

    public RunTally Tally { get; } = new();

    public TeamDesk Teams => _teams;

    /// <summary>How much is planned, what is no longer needed included.</summary>
    public int Planned => _agenda.Count;

    public void Run()
    {
        if (_model.Scenario.WarmUpDays > 0) _agenda.Add(new Due(_model.Begin + _model.Scenario.WarmUpDays * TimeSpan.TicksPerDay, DueWhat.CountingBegins, null, 0));
        _intake.Begin();
        while (_agenda.TryTake(_model.End, out var due))
        {
            Tick(due);
            Happen(due);
            Deliver(due.At);
            _teams.Distribute(due.At);
        }
    }

    /// <summary>A loop of steps that take no time would hold the clock for ever.</summary>
    private void Tick(Due due)
    {
        _atOnce = due.At == _now ? _atOnce + 1 : 0;
        _now = due.At;
        if (_atOnce > MostAtOnce)
            throw new FormatException($"Expected time to go on, but more than {MostAtOnce} things happen at {CaseDesk.Moment(due.At):O}: give the steps of {due.Case?.State?.Facts.Number ?? "the flow"} a duration.");
    }

    private void Happen(Due due)
    {
        switch (due.What)
        {
            case DueWhat.Arrival: _intake.Arrive((int)due.Key, due.At); break;
            case DueWhat.TimerStart: _intake.Start((int)due.Key, due.Detail, due.At); break;
            case DueWhat.TeamOpens: _teams.Wake(_teams.Teams[(int)due.Key]); break;
            case DueWhat.CountingBegins: BeginCounting(due.At); break;
            default:
                if (due.Case is { State: { } state } target) Happen(due, target, state);
                break;
        }
    }

    private void Happen(Due due, SimulatedCase target, CaseState state)
    {
        switch (due.What)
        {
            case DueWhat.Timer when state.Timers.TryGetValue(due.Key, out var timer):
                _cases.Run(target, timer.ElementId, new FireTimer(Actor.System, due.Key), due.At);
                break;
            case DueWhat.Continuation when state.Timers.TryGetValue(due.Key, out var timer):
                _cases.Run(target, timer.ElementId, new Continue(Actor.System, due.Key), due.At);
                break;
            case DueWhat.Mark when state.Clocks.TryGetValue(due.Key, out var clock) && clock.NextMark == (ClockMark)due.Detail && clock.NextMarkAt <= CaseDesk.Moment(due.At):
                _cases.Run(target, clock.ClockId, new MarkClock(Actor.System, due.Key, (ClockMark)due.Detail), due.At);
                break;
            default:
                _answers.Give(due, target, state);
                break;
        }
    }

    /// <summary>Messages and signals that steps have sent, and those that these bring about.</summary>
    private void Deliver(long now)
    {
        while (_post.TryTake(out var effect))
            if (effect is SendMessage message) Deliver(message, now);
            else if (effect is BroadcastSignal signal) Deliver(signal, now);
    }

    private void Deliver(SendMessage message, long now)
    {
        var waiting = from target in _post.Waiting(SubscriptionKind.Message, message.Name)
                      let wait = target.State!.Subscriptions.Values.FirstOrDefault(open => Fits(open, message))
                      where wait is not null
                      select (Target: target, Wait: wait);
        var takers = waiting.ToList();
        foreach (var (target, wait) in takers)
            _cases.Run(target, wait.ElementId, new DeliverMessage(Actor.System, wait.Key, message.Key, message.Variables), now);
        if (takers.Count == 0) _intake.Start(start => start.Message == message.Name, message.Variables, now);
    }

    private void Deliver(BroadcastSignal signal, long now)
    {
        foreach (var target in _post.Waiting(SubscriptionKind.Signal, signal.Name))
            _cases.Run(target, signal.Name, new DeliverSignal(Actor.System, signal.Name, signal.Variables), now);
        _intake.Start(start => start.Signal == signal.Name, signal.Variables, now);
    }

    private static bool Fits(SubscriptionState wait, SendMessage message) =>
        wait.Kind == SubscriptionKind.Message && wait.Name == message.Name && !wait.IsAction
        && (message.CorrelationKey is null || wait.CorrelationKey is null || wait.CorrelationKey == message.CorrelationKey);

    private void BeginCounting(long now)
    {
        Tally.Clear();
        _teams.Clear(now);
        foreach (var step in _model.Steps) step.Tally.Clear(now);
    }
}
