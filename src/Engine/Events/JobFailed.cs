namespace CaseFlow.Engine.Events;

public sealed record JobFailed(long JobKey, string ElementId, string Message, string? ErrorCode, int RetriesLeft, DateTimeOffset? RetryAt) : CaseEvent;
