using CaseFlow.Engine.Effects;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What cases send to each other and to themselves: taken after the step that sent it, as from an outbox.</summary>
internal sealed class Post
{
    private readonly Queue<Effect> _sent = [];
    private readonly Dictionary<(SubscriptionKind, string), Waiters> _waiting = [];

    public void Send(Effect effect) => _sent.Enqueue(effect);

    public bool TryTake(out Effect? effect) => _sent.TryDequeue(out effect);

    public void Wait(SimulatedCase owner, SubscriptionState subscription)
    {
        var name = (subscription.Kind, subscription.Name);
        if (!_waiting.TryGetValue(name, out var waiters)) _waiting[name] = waiters = new Waiters(subscription.Kind, subscription.Name);
        waiters.Add(owner);
    }

    /// <summary>Open cases that wait for it, in the order in which they began to.</summary>
    public IReadOnlyList<SimulatedCase> Waiting(SubscriptionKind kind, string name) =>
        _waiting.TryGetValue((kind, name), out var waiters) ? waiters.Open() : [];

    /// <summary>Cases that waited for a name. Those that no longer do are let go each time the list has doubled.</summary>
    private sealed class Waiters(SubscriptionKind kind, string name)
    {
        private readonly List<SimulatedCase> _cases = [];
        private int _tidyAt = 64;

        public void Add(SimulatedCase owner)
        {
            if (_cases.Count >= _tidyAt) _tidyAt = Math.Max(64, 2 * Open().Count);
            _cases.Add(owner);
        }

        public List<SimulatedCase> Open()
        {
            var open = _cases.Where(known => known.State is { } state && state.Subscriptions.Values.Any(wait => wait.Kind == kind && wait.Name == name)).Distinct().ToList();
            _cases.Clear();
            _cases.AddRange(open);
            return open;
        }
    }
}
