using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Commands;

/// <summary>The time of a clock's mark has come.</summary>
public sealed record MarkClock(Actor Actor, long ClockKey, ClockMark Mark) : Command(Actor);
