namespace CaseFlow.Engine.State;

/// <summary>A timer that waits; one due row.</summary>
/// <param name="RepeatsLeft">Further firings after this one; null: without end.</param>
public sealed record TimerState(long Key, string ElementId, DateTimeOffset DueAt, int? RepeatsLeft);
