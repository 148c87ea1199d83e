namespace CaseFlow.Engine.Commands;

/// <summary>Goes on past what raised an incident, without its work: the element completes without its outputs and the token goes on.</summary>
/// <param name="Flow">The sequence flow to go on by; null: as the model says, which it must be able to.</param>
public sealed record SkipIncident(Actor Actor, long IncidentKey, string Reason, string? Flow = null) : Command(Actor);
