using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A clock was paused, resumed, extended or computed anew.</summary>
/// <param name="How"><c>pause</c>, <c>resume</c>, <c>extend</c> or <c>recomputed</c>.</param>
/// <param name="DueBefore">Set when it was computed anew.</param>
public sealed record ClockChanged(long ClockKey, string ClockId, string How, string? Reason, ClockState Clock, DateTimeOffset? DueBefore = null) : CaseEvent;
