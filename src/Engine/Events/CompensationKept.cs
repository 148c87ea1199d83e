using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>An activity completed that compensation can undo. What was kept within it is undone by its own handler from now on, no more one by one.</summary>
/// <param name="ElementKey">The completed instance; 0 in events of before 2026-11.</param>
public sealed record CompensationKept(CompensationState Compensation, long ElementKey = 0) : CaseEvent;
