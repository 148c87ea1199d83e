using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A clock reached a mark: people were reminded, the promise broken, or the level above told.</summary>
public sealed record ClockMarked(long ClockKey, string ClockId, ClockMark Mark, ClockState Clock) : CaseEvent;
