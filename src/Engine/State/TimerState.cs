namespace CaseFlow.Engine.State;

/// <summary>A timer that waits; one due row. When its time has come, send <c>FireTimer</c> (or <c>Continue</c> for one that <see cref="IsContinuation"/>).</summary>
/// <param name="RepeatsLeft">Further firings after this one; null: without end.</param>
/// <param name="ElementKey">The instance that waits: the catch event, the activity of a boundary event, or the scope of an event subprocess.</param>
/// <param name="Cycle">ISO 8601 repeating interval; null: fires once.</param>
/// <param name="CycleStart">When the cycle began.</param>
/// <param name="Firing">Which firing of the cycle it is, from 1.</param>
/// <param name="IsContinuation">True: it does not belong to an element; it goes on with work a long step left.</param>
public sealed record TimerState(
    long Key, string ElementId, DateTimeOffset DueAt, int? RepeatsLeft, long ElementKey = 0,
    string? Cycle = null, DateTimeOffset? CycleStart = null, long Firing = 1, bool IsContinuation = false);
