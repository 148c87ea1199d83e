namespace CaseFlow.Engine.Events;

public sealed record StageCompleted(string Stage, int Round) : CaseEvent;
