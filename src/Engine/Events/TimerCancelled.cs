namespace CaseFlow.Engine.Events;

public sealed record TimerCancelled(long TimerKey, string ElementId) : CaseEvent;
