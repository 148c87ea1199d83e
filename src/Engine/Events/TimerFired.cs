namespace CaseFlow.Engine.Events;

public sealed record TimerFired(long TimerKey, string ElementId) : CaseEvent;
