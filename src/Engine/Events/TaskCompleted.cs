namespace CaseFlow.Engine.Events;

public sealed record TaskCompleted(long TaskKey, string ElementId, Actor By) : CaseEvent;
