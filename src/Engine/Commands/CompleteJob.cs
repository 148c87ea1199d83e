using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>The answer of an activity that ran outside the step.</summary>
/// <param name="Variables">What it gave by name.</param>
/// <param name="Result">One value that is the whole answer, for the element's result variable; null: <paramref name="Variables"/> is.</param>
public sealed record CompleteJob(Actor Actor, long JobKey, FeelContext Variables, FeelValue? Result = null) : Command(Actor);
