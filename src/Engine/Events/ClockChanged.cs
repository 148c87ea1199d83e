using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A clock was paused, resumed, extended or computed anew.</summary>
public sealed record ClockChanged(long ClockKey, string ClockId, string How, string? Reason, ClockState Clock) : CaseEvent;
