using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Events;

/// <summary>An instance of a repeating activity ended with this output.</summary>
public sealed record LoopInstanceEnded(long Key, string ElementId, int LoopCounter, FeelValue Output) : CaseEvent;
