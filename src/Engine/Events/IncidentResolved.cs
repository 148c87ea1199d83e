namespace CaseFlow.Engine.Events;

public sealed record IncidentResolved(long IncidentKey, string ElementId, string How) : CaseEvent;
