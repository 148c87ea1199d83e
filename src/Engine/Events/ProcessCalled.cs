using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A call activity began to run its process within the case.</summary>
public sealed record ProcessCalled(long Key, string ElementId, CalledProcess Called) : CaseEvent;
