using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Designer.Trials;

/// <summary>What the drawing shows at one step of a trial run: ids of elements and sequence flows.</summary>
/// <param name="Was">Taken in the steps before.</param>
/// <param name="Taken">Taken in this step.</param>
/// <param name="Live">Where the case stands now.</param>
/// <param name="Waiting">Sequence flows on which a token waits before a join.</param>
/// <param name="Here">The problem's place, at the last step.</param>
public sealed record TrialFrame(
    ImmutableArray<string> Was, ImmutableArray<string> Taken, ImmutableArray<string> Live, ImmutableArray<string> Waiting, string? Here)
{
    public static TrialFrame Of(Problem problem, int at, TrialWords words)
    {
        var step = problem.Steps[at];
        return new TrialFrame(
            [.. problem.Steps.Take(at).SelectMany(before => before.Taken.Prepend(before.ElementId)).Distinct()], [.. step.Taken.Prepend(step.ElementId).Distinct()],
            [.. words.Stands(step)], step.Waiting, at == problem.Steps.Length - 1 ? problem.ElementId : null);
    }
}
