namespace CaseFlow.Engine.Events;

public sealed record TaskTransferred(long TaskKey, string ElementId, string? Assignee, string? Team, string? Unit, string Reason) : CaseEvent;
