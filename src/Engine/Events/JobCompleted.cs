namespace CaseFlow.Engine.Events;

public sealed record JobCompleted(long JobKey, string ElementId) : CaseEvent;
