namespace CaseFlow.Engine.Commands;

/// <summary>Gives a claimed task back to its team.</summary>
public sealed record ReleaseTask(Actor Actor, long TaskKey) : Command(Actor);
