namespace CaseFlow.Engine.Events;

public sealed record ClockStopped(long ClockKey, string ClockId, bool Met) : CaseEvent;
