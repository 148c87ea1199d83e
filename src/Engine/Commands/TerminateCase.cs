namespace CaseFlow.Engine.Commands;

/// <summary>Ends the case at once, wherever it stands.</summary>
/// <param name="Closure">A closure type of the flow; null: none.</param>
public sealed record TerminateCase(Actor Actor, string Reason, string? Closure = null) : Command(Actor);
