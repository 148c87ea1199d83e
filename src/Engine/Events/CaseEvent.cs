namespace CaseFlow.Engine.Events;

/// <summary>
/// Something that happened in a case. Past tense; never edited. Who, when and why (actor, time, cause) are the same for
/// all events of one step and stand in the envelope the store writes.
/// </summary>
public abstract record CaseEvent;
