using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Tries every run of a process, nearest states first, up to a bound of work.</summary>
internal sealed class Explorer
{
    /// <summary>Beyond so many steps of the engine it gives up.</summary>
    public const int MostSteps = 20_000;

    private readonly Process _process;
    private readonly TrialWorld _world;
    private readonly Oracle _oracle;
    private readonly Machine _machine;
    private readonly Frontier _frontier;
    private readonly Likeness _likeness;
    private readonly Faults _faults;
    private readonly Writers _writers;
    private readonly Dictionary<string, TrialNode> _seen = new(StringComparer.Ordinal);
    private readonly LinkedList<TrialNode> _open = new();
    private readonly Dictionary<int, Element?> _starts = [];
    private Element? _start;

    /// <param name="trial">What <see cref="TrialProcess"/> made.</param>
    /// <param name="isCalled">True: who calls it catches its errors.</param>
    public Explorer(Process trial, Oracle oracle, Writers writers, bool isCalled)
    {
        (_process, _oracle, _writers) = (trial, oracle, writers);
        _world = new TrialWorld(trial);
        _machine = new Machine(_world, oracle);
        _frontier = new Frontier(trial);
        _likeness = new Likeness(trial);
        _faults = new Faults(trial, isCalled);
    }

    public IReadOnlyCollection<TrialNode> Nodes => _seen.Values;

    public List<(FindingKind Kind, string ElementId, string? Detail, TrialNode Node)> Found { get; } = [];

    /// <summary>Nodes in which a case has ended, or which a fault made an end of.</summary>
    public List<TrialNode> Ends { get; } = [];

    /// <summary>Ids of the elements that some run came to.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    public int Steps { get; private set; }

    public bool GaveUp => Steps >= MostSteps;

    public TrialWorld World => _world;

    public void Run()
    {
        foreach (var start in _world.Starts())
        {
            _start = start;
            TryAll(null, null, null, () => _machine.Start(start));
        }

        while (_open.First is { } first && !GaveUp)
        {
            _open.RemoveFirst();
            GoOn(first.Value);
        }
    }

    /// <summary>The start event at which the run began; null: it began by itself.</summary>
    public Element? StartOf(TrialNode first) => _starts[first.Index];

    /// <summary>Nothing can happen any more.</summary>
    public bool IsStuck(TrialNode node) => _frontier.Next(node.Point) is ({ Count: 0 }, { Count: 0 });

    private void GoOn(TrialNode node)
    {
        var point = node.Point;
        if (point.Pending.IsEmpty && point.Case.WaitingTokens > 0 && Settle(node)) return;
        var (pending, moves) = _frontier.Next(point);
        foreach (var followUp in pending) TryAll(node, null, _frontier.TargetOf(point.Case, followUp), () => _machine.Follow(point, followUp));
        foreach (var move in moves) TryAll(node, move, _process[point.Case.Elements[move.Owner].ElementId], () => _machine.Do(point, move));
    }

    /// <summary>True when that made more to do.</summary>
    private bool Settle(TrialNode node)
    {
        var settled = false;
        TryAll(node, null, null, () =>
        {
            var outcome = _machine.Settle(node.Point);
            settled = !outcome.Events.IsEmpty;
            return outcome;
        });
        return settled;
    }

    /// <param name="at">The element that goes on; what is elsewhere runs beside it.</param>
    private void TryAll(TrialNode? from, Move? move, Element? at, Func<Machine.Outcome> run)
    {
        var choices = new Choices();
        _oracle.Memory = Memory.Empty;
        _oracle.Choose = (_, of) => choices.Choose(of);
        _oracle.MayChange = names => from is not null && _frontier.Beside(from.Point, at).Any(element => _writers.MayWrite(element, names));
        _oracle.IsAlone = () => from is null || _frontier.Beside(from.Point, at).Count == 0;
        do
        {
            _oracle.Contradicted = false;
            var outcome = run();
            Steps++;
            if (!_oracle.Contradicted) Reach(from, move, outcome);
        }
        while (choices.Turn());
    }

    private void Reach(TrialNode? from, Move? move, Machine.Outcome outcome)
    {
        foreach (var @event in outcome.Events)
            if (@event is ElementActivated activated)
                Reached.Add(activated.ElementId);
        var key = _likeness.Of(outcome.Point);
        if (_seen.TryGetValue(key, out var known))
        {
            if (from is not null) known.Previous.Add(from);
            return;
        }

        var node = new TrialNode(_seen.Count, outcome.Point, from, move, outcome.Answers, (from?.Depth ?? 0) + (from is null || move is not null ? 1 : 0));
        _seen.Add(key, node);
        if (from is null) _starts[node.Index] = _start;
        if (from is not null) node.Previous.Add(from);
        var fault = _faults.Of(outcome);
        if (fault is { } found) Found.Add((found.Kind, found.ElementId, found.Detail, node));
        if (fault is not null || Faults.IsEnd(outcome)) Ends.Add(node);
        else if (move is null) _open.AddFirst(node);
        else _open.AddLast(node);
    }
}
