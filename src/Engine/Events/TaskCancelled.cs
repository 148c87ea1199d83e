namespace CaseFlow.Engine.Events;

/// <summary>The task is no longer to be done.</summary>
public sealed record TaskCancelled(long TaskKey, string ElementId) : CaseEvent;
