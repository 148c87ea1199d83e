namespace CaseFlow.Engine.Events;

public sealed record TaskReleased(long TaskKey, string ElementId) : CaseEvent;
