using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Something that can happen to a case from outside.</summary>
/// <param name="ElementId">The element it happens at.</param>
/// <param name="Detail">As in <see cref="TrialStep"/>.</param>
/// <param name="Owner">The instance that it belongs to.</param>
/// <param name="Key">The task, job, timer or subscription.</param>
internal sealed record Move(TrialStepKind Kind, string ElementId, string? Detail, long Owner, long Key)
{
    public bool IsSameAs(Move other) => Kind == other.Kind && ElementId == other.ElementId && Detail == other.Detail;
}
