using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record TimerScheduled(TimerState Timer) : CaseEvent;
