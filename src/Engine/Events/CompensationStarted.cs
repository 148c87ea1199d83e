namespace CaseFlow.Engine.Events;

/// <summary>A completed activity is being undone; it can be undone only once.</summary>
public sealed record CompensationStarted(long Key, string ElementId) : CaseEvent;
