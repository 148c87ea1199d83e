using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record ClockStarted(ClockState Clock) : CaseEvent;
