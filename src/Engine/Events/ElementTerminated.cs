namespace CaseFlow.Engine.Events;

/// <summary>An element instance was ended from outside: interrupted, or its scope ended.</summary>
public sealed record ElementTerminated(long Key, string ElementId, string Why) : CaseEvent;
