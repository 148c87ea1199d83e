namespace CaseFlow.Engine.Events;

/// <summary>A task is due at another time, because the clock it stops changed.</summary>
public sealed record TaskDueChanged(long TaskKey, string ElementId, DateTimeOffset? Due) : CaseEvent;
