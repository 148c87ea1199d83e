using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record IncidentRaised(IncidentState Incident) : CaseEvent;
