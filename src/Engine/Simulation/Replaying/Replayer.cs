using System.Collections.Immutable;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Engine.Simulation.Statistics;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>Sends recorded cases through a draft flow and its tables, one by one, and counts what would have come out otherwise.</summary>
/// <param name="examples">How many cases are named for each kind of change.</param>
public sealed class Replayer(FlowPackage draft, IWorld world, int examples)
{
    private readonly DraftSteps _steps = new(draft, world);
    private readonly SortedDictionary<(string Kind, string What), (long Count, List<ChangeExample> Examples)> _changes = new(PairOrder.Instance);
    private readonly SortedDictionary<(string Kind, string What), (long Count, List<ChangeExample> Examples)> _leftOut = new(PairOrder.Instance);
    private long _cases;
    private long _changed;
    private long _needAnswers;

    public void Add(RecordedCase recorded)
    {
        var replay = new CaseReplay(draft, _steps, world, recorded);
        replay.Run();
        var changes = Comparison.Of(replay).ToList();
        _cases++;
        if (changes.Count > 0) _changed++;
        if (changes.Exists(change => change.Kind is "needs-answer" or "refused")) _needAnswers++;
        foreach (var group in changes.GroupBy(change => (change.Kind, change.What))) Count(_changes, group.Key, new ChangeExample(recorded.Number, group.First().Detail));
        foreach (var command in replay.Script.Skipped) Count(_leftOut, ("left-out", command), new ChangeExample(recorded.Number, null));
    }

    public ReplayReport Report() => new(draft.Ref, draft.Name, _cases, _cases - _changed, _changed, _needAnswers, Counts(_changes), Counts(_leftOut));

    private void Count(SortedDictionary<(string Kind, string What), (long Count, List<ChangeExample> Examples)> counts, (string Kind, string What) what, ChangeExample example)
    {
        var (count, named) = counts.GetValueOrDefault(what, (0, []));
        if (named.Count < examples) named.Add(example);
        counts[what] = (count + 1, named);
    }

    private static ImmutableArray<ChangeCount> Counts(SortedDictionary<(string Kind, string What), (long Count, List<ChangeExample> Examples)> counts) =>
        [.. counts.Select(entry => new ChangeCount(entry.Key.Kind, entry.Key.What, entry.Value.Count, [.. entry.Value.Examples]))];
}
