using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>The stages of a case, those ahead included.</summary>
internal static class Stages
{
    public static IReadOnlyList<StageView> Of(OpenedCase opened) =>
        [.. opened.Flow.Main.Stages.OrderBy(stage => stage.Order).Select(stage => opened.State.Stages.TryGetValue(stage.ElementId, out var entered)
            ? new StageView(stage.ElementId, stage.Name, entered.Active ? "current" : "done", entered.Round)
            : new StageView(stage.ElementId, stage.Name, "ahead", 0))];
}
