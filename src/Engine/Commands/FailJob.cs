namespace CaseFlow.Engine.Commands;

/// <summary>An activity failed: a BPMN error when <paramref name="ErrorCode"/> is set, else retried, else an incident.</summary>
/// <param name="RetriesLeft">0 raises an incident.</param>
/// <param name="RetryAt">When the next attempt may run; null: at once.</param>
public sealed record FailJob(Actor Actor, long JobKey, string Message, string? ErrorCode = null, int RetriesLeft = 0, DateTimeOffset? RetryAt = null) : Command(Actor);
