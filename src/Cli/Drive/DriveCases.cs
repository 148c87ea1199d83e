using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Cli.Drive;

/// <summary>The cases of a driver: what the runtime does with a database and an outbox, here in memory and at once.</summary>
internal sealed class DriveCases(DriveWorld world, Func<DateTimeOffset> now, bool autoJobs)
{
    private readonly Dictionary<string, DriveCase> _cases = new(StringComparer.Ordinal);
    private readonly List<SendMessage> _stored = [];
    private readonly DriveEffects _effects = new();
    private int _messages;

    public IEnumerable<DriveCase> All => _cases.Values;

    public DriveCase Find(string id) => _cases.GetValueOrDefault(id) ?? throw new DriveRejection("no-such-case", $"Expected an instance, but there is none named '{id}'.");

    /// <exception cref="DriveRejection">The engine refused to start it.</exception>
    public DriveCase Start(FlowPackage package, string process, string? startElement, FeelContext variables, string? businessKey)
    {
        var number = _cases.Count + 1;
        var kind = package.Catalogue?.Kind ?? "case";
        var facts = new CaseFacts(number.ToString("D5", CultureInfo.InvariantCulture), "drive", kind, "api", "reporter", now());
        var command = new StartCase(Actor.System, new Guid(number, 0, 0, new byte[8]), package.Ref, facts, variables, process, startElement, businessKey);
        var step = Accept(Interpreter.Advance(world, null, command, now()));
        var started = new DriveCase($"case-{number}", step.State);
        _cases[started.Id] = started;
        Take(started, step);
        return started;
    }

    /// <exception cref="DriveRejection">The engine refused it; nothing has changed.</exception>
    public void Run(DriveCase target, Command command) => Take(target, Accept(Interpreter.Advance(world, target.State, command, now())));

    /// <summary>Gives a message to every case that waits for it, else to a message start event, else keeps it. Returns who took it.</summary>
    public IReadOnlyList<DriveCase> Send(SendMessage message)
    {
        var takers = _cases.Values.ToList().Where(target => Deliver(target, message)).ToList();
        if (takers.Count > 0) return takers;
        if (StartOf(start => start.Message == message.Name).FirstOrDefault() is (not null, not null) start)
            return [Start(start.Package, start.Start.Process, start.Start.ElementId, message.Variables, message.CorrelationKey)];
        _stored.Add(message);
        return [];
    }

    /// <summary>Gives a signal to every case that waits for it and to every signal start event. Returns who took it.</summary>
    public IReadOnlyList<DriveCase> Broadcast(string name, FeelContext variables)
    {
        var reached = new List<DriveCase>();
        foreach (var target in _cases.Values.Where(target => Awaits(target, name)).ToList())
            if (Interpreter.Advance(world, target.State, new DeliverSignal(Actor.System, name, variables), now()) is Advanced step)
            {
                reached.Add(target);
                Take(target, step);
            }

        foreach (var (package, start) in StartOf(start => start.Signal == name).ToList())
            reached.Add(Start(package, start.Process, start.ElementId, variables, null));
        return reached;
    }

    private static bool Awaits(DriveCase target, string signal) =>
        target.State.Status == CaseStatus.Active
        && target.State.Subscriptions.Values.Any(subscription => subscription.Kind == SubscriptionKind.Signal && subscription.Name == signal);

    private static Advanced Accept(StepResult result) => result switch
    {
        Advanced advanced => advanced,
        Rejected rejected => throw new DriveRejection(rejected),
        _ => throw new InvalidOperationException("Expected a step or a rejection."),
    };

    private IEnumerable<(FlowPackage Package, StartInfo Start)> StartOf(Func<StartInfo, bool> wanted) =>
        world.Deployed.SelectMany(package => package.Starts.Where(wanted).Where(start => world.WithProcess(start.Process) == package).Select(start => (package, start)));

    /// <summary>One subscription a case: a message is taken once by each. False: the case does not wait for it.</summary>
    private bool Deliver(DriveCase target, SendMessage message)
    {
        if (target.State.Status != CaseStatus.Active || target.State.Subscriptions.Values.FirstOrDefault(subscription => Fits(subscription, message)) is not { } subscription) return false;
        Run(target, new DeliverMessage(Actor.System, subscription.Key, $"message-{++_messages}", message.Variables));
        return true;
    }

    private static bool Fits(SubscriptionState subscription, SendMessage message) =>
        subscription.Kind == SubscriptionKind.Message && subscription.Name == message.Name
        && (message.CorrelationKey is null || subscription.CorrelationKey is null || subscription.CorrelationKey == message.CorrelationKey);

    private void Take(DriveCase target, Advanced step)
    {
        target.Take(step, world);
        foreach (var effect in step.Effects)
            if (effect is not RunActivity || autoJobs)
                _effects.Add(() => Do(target, effect));
        foreach (var timer in target.State.Timers.Values.Where(timer => timer.IsContinuation))
            _effects.Add(() => GoOn(target, timer.Key), weight: 100);
        _effects.Add(() => DeliverStored(target));
        _effects.Drain();
    }

    private void Do(DriveCase target, Effect effect)
    {
        switch (effect)
        {
            case SendMessage message: Send(message); break;
            case BroadcastSignal signal: Broadcast(signal.Name, signal.Variables); break;
            case RunActivity activity when target.State.Jobs.ContainsKey(activity.Job.Key):
                Run(target, new CompleteJob(Actor.System, activity.Job.Key, FeelContext.Empty));
                break;
        }
    }

    /// <summary>What a long step left to be done at once.</summary>
    private void GoOn(DriveCase target, long timerKey)
    {
        if (target.State.Timers.ContainsKey(timerKey)) Run(target, new Continue(Actor.System, timerKey));
    }

    private void DeliverStored(DriveCase target)
    {
        foreach (var message in _stored.ToList())
            if (_stored.Contains(message) && Deliver(target, message))
                _stored.Remove(message);
    }
}
