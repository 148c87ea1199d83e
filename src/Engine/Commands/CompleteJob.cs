using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>The answer of an activity that ran outside the step.</summary>
public sealed record CompleteJob(Actor Actor, long JobKey, FeelContext Variables) : Command(Actor);
