namespace CaseFlow.Engine.Commands;

/// <summary>Hands a task to another person, team or unit, with a reason.</summary>
public sealed record TransferTask(Actor Actor, long TaskKey, string? Assignee, string? Team, string? Unit, string Reason) : Command(Actor);
