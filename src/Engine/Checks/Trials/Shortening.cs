using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Plays what the explorer found, and leaves out what the fault does not need: the explorer moves all tokens, in an order of its own.</summary>
internal sealed class Shortening(Player player)
{
    /// <summary>Empty when the run, in the engine's own order, does not show the fault: it shows only where tokens are quicker or slower than the engine's.</summary>
    public ImmutableArray<TrialStep> Of(FindingKind kind, string elementId, TrialNode node, Func<TrialNode, Element?> startOf)
    {
        var path = node.Path().ToList();
        var answers = path.SelectMany(each => each.Answers).ToList();
        var moves = path.Select(each => each.Move).OfType<Move>().ToList();
        var start = startOf(path[0]);
        if (player.Play(start, moves, answers) is not { } run || Measure(run, kind, elementId) == 0) return [];
        return kind == FindingKind.NoEnd ? run.Steps : Shorter(run, start, moves, answers, kind, elementId).Steps;
    }

    private Player.Run Shorter(Player.Run run, Element? start, List<Move> moves, List<Oracle.Said> answers, FindingKind kind, string elementId)
    {
        var measure = Measure(run, kind, elementId);
        for (var i = moves.Count - 1; i >= 0; i--)
        {
            var fewer = moves.Where((_, at) => at != i).ToList();
            if (player.Play(start, fewer, answers) is not { } shorter || Measure(shorter, kind, elementId) < measure) continue;
            (run, moves) = (shorter, fewer);
        }

        return run;
    }

    /// <summary>How much of the fault a run shows; 0: nothing of it.</summary>
    private int Measure(Player.Run run, FindingKind kind, string elementId) => kind switch
    {
        FindingKind.Twice => Math.Max(Activations(run, elementId) - 1, player.TokensTooMany(run.Case, elementId)),
        FindingKind.NoEnd => run.Case.Status == CaseStatus.Active ? 1 : 0,
        _ => run.Case.Incidents.Count + (player.IsStuck(run.Case) ? 1 : 0),
    };

    private static int Activations(Player.Run run, string elementId) => run.Events.OfType<ElementActivated>()
        .Where(activated => activated.ElementId == elementId && activated.LoopCounter == 0).GroupBy(activated => activated.ScopeKey).Select(scope => scope.Count()).DefaultIfEmpty().Max();
}
