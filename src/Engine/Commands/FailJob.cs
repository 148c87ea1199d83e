namespace CaseFlow.Engine.Commands;

/// <summary>An activity failed: a BPMN error when <paramref name="ErrorCode"/> is set, else retried, else an incident.</summary>
/// <param name="RetriesLeft">0 raises an incident.</param>
/// <param name="RetryAt">When the next attempt may run; null: at once.</param>
/// <param name="Attempt">The attempt that failed; refused with <c>job-attempt-over</c> when the job is at another. Null: whichever it is at.</param>
public sealed record FailJob(Actor Actor, long JobKey, string Message, string? ErrorCode = null, int RetriesLeft = 0, DateTimeOffset? RetryAt = null, int? Attempt = null) : Command(Actor);
