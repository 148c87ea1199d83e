using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>Completes an open user, manual or receive task with what its form gave.</summary>
public sealed record CompleteTask(Actor Actor, long TaskKey, FeelContext Variables) : Command(Actor);
