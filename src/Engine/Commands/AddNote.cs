namespace CaseFlow.Engine.Commands;

/// <summary>A person's note on the case or on one of its tasks.</summary>
/// <param name="Public">True: the reporter sees it.</param>
public sealed record AddNote(Actor Actor, string Text, bool Public, long? TaskKey = null) : Command(Actor);
