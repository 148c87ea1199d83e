using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>No path closes a case without the resident's evaluation, or a timer that ended the wait for it.</summary>
internal sealed class EvaluationWatch : LoopWatch
{
    private const ulong Given = 1;

    public override ulong Completed(ulong facts, Element element) => IsResidents(element) ? facts | Given : facts;

    public override ulong Lapsed(ulong facts, IEnumerable<Element> ended) => ended.Any(IsResidents) ? facts | Given : facts;

    public override ulong Called(ulong facts, ClosedLoopRules rules) => rules.Evaluation ? facts | Given : facts;

    public override LoopBreak? Look(LoopState state, Process process)
    {
        if (!state.IsClosed || (state.Facts & Given) != 0 || state.Closure is { } closure && process.ClosedLoop.WithoutEvaluation.Contains(closure)) return null;
        return new LoopBreak("closed-without-evaluation", $"Expected the resident's evaluation, or its lapse, before every close{Of(state)}, but there is a way without it.");
    }

    private static string Of(LoopState state) => state.Closure is null ? "" : $" as {state.Closure}";

    private static bool IsResidents(Element element) => element.UserTask?.Evaluation?.By == "reporter";
}
