namespace CaseFlow.Engine.Commands;

/// <summary>Tries again what raised an incident.</summary>
public sealed record RetryIncident(Actor Actor, long IncidentKey) : Command(Actor);
