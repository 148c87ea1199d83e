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
    private readonly Queue<Effect> _effects = [];
    private int _messages;

    public IEnumerable<DriveCase> All => _cases.Values;

    public DriveCase Find(string id) => _cases.GetValueOrDefault(id) ?? throw new DriveFault($"Expected an instance, but there is none named '{id}'.");

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

    public void Run(DriveCase target, Command command) => Take(target, Accept(Interpreter.Advance(world, target.State, command, now())));

    /// <summary>Gives a message to every case that waits for it, else to a message start event, else keeps it. Returns who took it.</summary>
    public IReadOnlyList<DriveCase> Send(SendMessage message)
    {
        var takers = Waiting(message).ToList();
        foreach (var (target, subscription) in takers)
            Run(target, new DeliverMessage(Actor.System, subscription.Key, $"message-{++_messages}", message.Variables));
        if (takers.Count > 0) return [.. takers.Select(taker => taker.Case)];
        if (StartOf(start => start.Message == message.Name).FirstOrDefault() is (not null, not null) start)
            return [Start(start.Package, start.Start.Process, start.Start.ElementId, message.Variables, message.CorrelationKey)];
        _stored.Add(message);
        return [];
    }

    /// <summary>Gives a signal to every case that waits for it and to every signal start event. Returns who took it.</summary>
    public IReadOnlyList<DriveCase> Broadcast(string name, FeelContext variables)
    {
        var reached = _cases.Values.Where(target => Awaits(target, name)).ToList();
        foreach (var target in reached) Run(target, new DeliverSignal(Actor.System, name, variables));
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
        world.Newest.SelectMany(package => package.Starts.Where(wanted).Where(start => world.WithProcess(start.Process) == package).Select(start => (package, start)));

    /// <summary>One subscription a case: a message is taken once by each.</summary>
    private IEnumerable<(DriveCase Case, SubscriptionState Subscription)> Waiting(SendMessage message) =>
        from target in _cases.Values.ToList()
        where target.State.Status == CaseStatus.Active
        let subscription = target.State.Subscriptions.Values.FirstOrDefault(subscription => Fits(subscription, message))
        where subscription is not null
        select (target, subscription);

    private static bool Fits(SubscriptionState subscription, SendMessage message) =>
        subscription.Kind == SubscriptionKind.Message && subscription.Name == message.Name
        && (message.CorrelationKey is null || subscription.CorrelationKey is null || subscription.CorrelationKey == message.CorrelationKey);

    private void Take(DriveCase target, Advanced step)
    {
        target.Take(step, world);
        foreach (var effect in step.Effects)
            if (effect is not RunActivity || autoJobs)
                _effects.Enqueue(effect);
        DrainEffects(target);
        DeliverStored(target);
    }

    /// <summary>Effects come after the step that made them, one by one, as they would from an outbox.</summary>
    private void DrainEffects(DriveCase target)
    {
        while (_effects.TryDequeue(out var effect))
            switch (effect)
            {
                case SendMessage message: Send(message); break;
                case BroadcastSignal signal: Broadcast(signal.Name, signal.Variables); break;
                case RunActivity activity when target.State.Jobs.ContainsKey(activity.Job.Key):
                    Run(target, new CompleteJob(Actor.System, activity.Job.Key, FeelContext.Empty));
                    break;
            }
    }

    private void DeliverStored(DriveCase target)
    {
        foreach (var message in _stored.ToList())
        {
            if (target.State.Status != CaseStatus.Active) return;
            if (target.State.Subscriptions.Values.FirstOrDefault(subscription => Fits(subscription, message)) is not { } subscription) continue;
            if (!_stored.Remove(message)) continue;
            Run(target, new DeliverMessage(Actor.System, subscription.Key, $"message-{++_messages}", message.Variables));
        }
    }
}
