namespace CaseFlow.Engine.Events;

public sealed record NoteAdded(string Text, bool Public, long? TaskKey) : CaseEvent;
