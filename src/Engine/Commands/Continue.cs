namespace CaseFlow.Engine.Commands;

/// <summary>Goes on with steps that an earlier command left for later (after about 1,000 follow-ups).</summary>
public sealed record Continue(Actor Actor, long TimerKey) : Command(Actor);
