using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Plays what the explorer found, and leaves out what the fault does not need: the explorer moves all tokens, in an order of its own.</summary>
internal sealed class Shortening(Player player)
{
    public ImmutableArray<TrialStep> Of(FindingKind kind, string elementId, TrialNode node, Func<TrialNode, Element?> startOf)
    {
        var path = node.Path().ToList();
        var answers = path.SelectMany(each => each.Answers).ToList();
        var moves = path.Select(each => each.Move).OfType<Move>().ToList();
        var start = startOf(path[0]);
        for (var shown = moves.Count; shown >= 0; shown--)
            if (player.Play(start, moves[..shown], answers) is { } run)
                return shown < moves.Count || kind == FindingKind.NoEnd ? run.Steps : Shorter(run, start, moves, answers, kind, elementId).Steps;
        return [];
    }

    private Player.Run Shorter(Player.Run run, Element? start, List<Move> moves, List<Oracle.Said> answers, FindingKind kind, string elementId)
    {
        var measure = Measure(run, kind, elementId);
        for (var i = moves.Count - 1; measure > 0 && i >= 0; i--)
        {
            var fewer = moves.Where((_, at) => at != i).ToList();
            if (player.Play(start, fewer, answers) is not { } shorter || Measure(shorter, kind, elementId) < measure) continue;
            (run, moves) = (shorter, fewer);
        }

        return run;
    }

    /// <summary>How much of the fault a run shows; 0: nothing of it.</summary>
    private static int Measure(Player.Run run, FindingKind kind, string elementId) => kind switch
    {
        FindingKind.Twice => run.Events.OfType<ElementActivated>().Where(activated => activated.ElementId == elementId).GroupBy(activated => activated.ScopeKey).Select(scope => scope.Count()).DefaultIfEmpty().Max() - 1,
        _ => run.Case.Incidents.Count,
    };
}
