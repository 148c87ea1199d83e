namespace CaseFlow.Engine.Events;

/// <summary>An element instance came to its end.</summary>
public sealed record ElementCompleted(long Key, string ElementId) : CaseEvent;
