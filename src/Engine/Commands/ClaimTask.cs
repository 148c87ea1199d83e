namespace CaseFlow.Engine.Commands;

/// <summary>Takes an open task for one person. Rejected when somebody else has it, or the task excludes them.</summary>
public sealed record ClaimTask(Actor Actor, long TaskKey, string Assignee) : Command(Actor);
