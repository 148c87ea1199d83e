namespace CaseFlow.Engine.Events;

public sealed record TaskClaimed(long TaskKey, string ElementId, string Assignee) : CaseEvent;
