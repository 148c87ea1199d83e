using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>Sets variables that an incident came from, each where it stands (a new one in the process), and tries again what raised it.</summary>
public sealed record MendVariables(Actor Actor, long IncidentKey, FeelContext Variables, string Reason) : Command(Actor);
