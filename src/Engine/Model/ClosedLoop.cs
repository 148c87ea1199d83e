using System.Collections.Immutable;

namespace CaseFlow.Engine.Model;

/// <summary>The closed-loop rules a flow is held to at publication, from its <c>caseflow:closedLoop</c>.</summary>
/// <param name="Evaluation">No case closes without the resident's evaluation, or its lapse.</param>
/// <param name="Clock">A clock runs from receipt to answer on every path, and no case closes unanswered.</param>
/// <param name="CallBack">The call-back is never the handler's.</param>
/// <param name="ReturnGround">Every return asks for a ground from a list.</param>
/// <param name="HoldReview">Every hold asks for a review date.</param>
/// <param name="WithoutEvaluation">Closure types that need no evaluation.</param>
/// <param name="WithoutAnswer">Closure types that need no answer.</param>
public sealed record ClosedLoopRules(
    bool Evaluation, bool Clock, bool CallBack, bool ReturnGround, bool HoldReview,
    ImmutableHashSet<string> WithoutEvaluation, ImmutableHashSet<string> WithoutAnswer)
{
    public static ClosedLoopRules Off { get; } = new(false, false, false, false, false, [], []);
}

/// <summary>What a step is in the closed loop, from its <c>caseflow:loopStep</c>.</summary>
[Flags]
public enum LoopSteps
{
    None = 0,

    /// <summary>Work on the case itself: who did it may not call back.</summary>
    Handling = 1,

    /// <summary>Completing it gives the resident the answer.</summary>
    Answer = 2,

    /// <summary>Asks the resident whether it is solved.</summary>
    CallBack = 4,
}
