namespace CaseFlow.Engine.Events;

/// <summary>The work a long step left goes on.</summary>
public sealed record FollowUpsResumed(long TimerKey) : CaseEvent;
