using System.Collections.Immutable;

namespace CaseFlow.Engine.State;

/// <summary>An open task (WS-HumanTask): what a worklist shows of it.</summary>
/// <param name="Key">The element instance's key; unique in the case.</param>
/// <param name="Assignee">The user who has it, or null while it is the team's.</param>
/// <param name="Unit">Unit code the team is looked up from; null: the case's unit.</param>
/// <param name="Excluded">Users who may not do it (they performed a step it must be independent of).</param>
/// <param name="Stage">Element id of the stage it stands in.</param>
public sealed record TaskState(
    long Key, string ElementId, string? Name, string? Team, string? Unit, string? Assignee, TaskAudience Audience,
    string? Form, DateTimeOffset CreatedAt, DateTimeOffset? Due, ImmutableArray<string> Excluded, string? Stage);

public enum TaskAudience
{
    Staff,
    Reporter,
}
