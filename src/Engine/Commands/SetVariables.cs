using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>Sets variables of a scope (0: the case's own).</summary>
public sealed record SetVariables(Actor Actor, long ScopeKey, FeelContext Variables) : Command(Actor);
