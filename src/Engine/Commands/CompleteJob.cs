using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>The answer of an activity that ran outside the step.</summary>
/// <param name="Variables">What it gave by name.</param>
/// <param name="Result">One value that is the whole answer, for the element's result variable; null: <paramref name="Variables"/> is.</param>
/// <param name="Attempt">The attempt that is answered; refused with <c>job-attempt-over</c> when the job is at another. Null: whichever it is at.</param>
public sealed record CompleteJob(Actor Actor, long JobKey, FeelContext Variables, FeelValue? Result = null, int? Attempt = null) : Command(Actor);
