using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Walks every path of a flow, the short ones first, and collects where a rule is broken: each place once, by its shortest path.</summary>
internal sealed class LoopWalk(Process process, LoopGame game, LoopWatch watch)
{
    /// <summary>Beyond so many states the walk ends, and says so.</summary>
    private const int MostStates = 50_000;

    private readonly List<(LoopState State, int From, LoopMove? By)> _visits = [];
    private readonly HashSet<LoopState> _seen = [];

    /// <summary>False when the flow has more states than were walked.</summary>
    public bool IsWhole => _visits.Count < MostStates;

    public IReadOnlyList<(LoopBreak Break, IReadOnlyList<LoopMove> Path)> Run()
    {
        var found = new Dictionary<(string Rule, int Place), (LoopBreak, IReadOnlyList<LoopMove>)>();
        foreach (var start in game.Starts()) Visit(start, -1, null);
        for (var at = 0; at < _visits.Count && IsWhole; at++)
        {
            if (watch.Look(_visits[at].State, process) is { } broken)
            {
                var path = Path(at);
                var place = broken.Place ?? LastEnd(path);
                found.TryAdd((broken.Rule, place.Index), (broken with { Place = place }, path));
                continue;
            }

            foreach (var move in game.Next(_visits[at].State)) Visit(move.To, at, move);
        }

        return [.. found.Values];
    }

    private void Visit(LoopState state, int from, LoopMove? by)
    {
        if (_seen.Add(state)) _visits.Add((state, from, by));
    }

    private List<LoopMove> Path(int visit)
    {
        var path = new List<LoopMove>();
        for (; _visits[visit].By is { } move; visit = _visits[visit].From) path.Add(move);
        path.Reverse();
        return path;
    }

    private Element LastEnd(IReadOnlyList<LoopMove> path) => path.LastOrDefault(move => move.Element.Kind.IsEndEvent())?.Element ?? process.Root;
}
