using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A repeating activity knows its items and how often it runs.</summary>
public sealed record LoopStarted(long Key, string ElementId, LoopState Loop) : CaseEvent;
