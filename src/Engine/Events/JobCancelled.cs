namespace CaseFlow.Engine.Events;

public sealed record JobCancelled(long JobKey, string ElementId) : CaseEvent;
