namespace CaseFlow.Engine.State;

/// <summary>A step that another one left to be done. It waits in the step's queue, or in the case when the queue grew too long.</summary>
/// <param name="Key">The scope in which the token is, or the repeating activity's body.</param>
/// <param name="Id">A sequence flow's id for <see cref="FollowUpKind.Arrive"/>.</param>
public sealed record FollowUp(FollowUpKind Kind, long Key, string? Id = null);

public enum FollowUpKind
{
    /// <summary>The token on a sequence flow reaches the flow's target.</summary>
    Arrive,

    /// <summary>A repeating activity starts its next instance.</summary>
    NextInstance,
}
