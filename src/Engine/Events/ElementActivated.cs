namespace CaseFlow.Engine.Events;

/// <summary>An element instance began. <paramref name="ScopeKey"/> 0 is the case itself.</summary>
public sealed record ElementActivated(long Key, string ElementId, long ScopeKey) : CaseEvent;
