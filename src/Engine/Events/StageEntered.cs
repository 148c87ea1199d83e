namespace CaseFlow.Engine.Events;

public sealed record StageEntered(string Stage, int Round) : CaseEvent;
