using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>An activity completed that compensation can undo.</summary>
public sealed record CompensationKept(CompensationState Compensation) : CaseEvent;
