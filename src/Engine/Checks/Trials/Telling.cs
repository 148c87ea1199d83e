using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>A step of a trial as people see it: what stands for a called flow is told as the call activity itself.</summary>
internal sealed class Telling(Process trial)
{
    public TrialStep Of(Move move, IReadOnlyList<CaseEvent> events, CaseState state)
    {
        var taken = events.OfType<SequenceFlowTaken>().Select(taken => taken.FlowId).ToList();
        var isCall = move.ElementId.Contains(TrialCall.Mark, StringComparison.Ordinal);
        var error = isCall ? taken.Find(flow => flow.Contains(TrialCall.ErrorMark, StringComparison.Ordinal)) : null;
        var kind = !isCall ? move.Kind : error is null ? TrialStepKind.Job : TrialStepKind.Error;
        var detail = error is null ? move.Detail : error[(error.IndexOf(TrialCall.ErrorMark, StringComparison.Ordinal) + TrialCall.ErrorMark.Length)..];
        var drawn = taken.Where(flow => !flow.Contains(TrialCall.Mark, StringComparison.Ordinal)).ToImmutableArray();
        return new TrialStep(kind, Drawn(move.ElementId), detail, drawn, [.. drawn.Where(IsChosen)], Live(state), Waiting(state));
    }

    private static string Drawn(string id) => id.IndexOf(TrialCall.Mark, StringComparison.Ordinal) is >= 0 and var end ? id[..end] : id;

    private bool IsChosen(string flowId)
    {
        var source = trial.Elements[trial.FindFlow(flowId)!.Source];
        return source.Outgoing.Any(flow => trial.Flows[flow].Condition is not null);
    }

    private static ImmutableArray<string> Live(CaseState state) => [.. state.LiveElements.Select(Drawn).Distinct()];

    private static ImmutableArray<string> Waiting(CaseState state) => [.. state.Elements.Values.SelectMany(scope => scope.Tokens)];
}
