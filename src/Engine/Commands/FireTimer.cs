namespace CaseFlow.Engine.Commands;

/// <summary>The time of a timer has come.</summary>
public sealed record FireTimer(Actor Actor, long TimerKey) : Command(Actor);
