using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>One thing that can happen next.</summary>
/// <param name="Element">What completes, or what happens to it: an event.</param>
/// <param name="Flows">Sequence flows taken by it.</param>
/// <param name="Kind">What came from outside; null: it follows in the same moment.</param>
internal sealed record LoopMove(LoopState To, Element Element, IReadOnlyList<int> Flows, TrialStepKind? Kind = null);
