using System.Collections.Immutable;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Where a trial stands, perhaps in the middle of what would be one step of a case.</summary>
/// <param name="Pending">Tokens and instances on their way: what is still to be done.</param>
/// <param name="Memory">What the oracle has answered so far.</param>
internal sealed record TrialPoint(CaseState Case, ImmutableArray<FollowUp> Pending, Memory Memory)
{
    public bool HasEnded => Case.Status != CaseStatus.Active;
}
