using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Cases;

/// <summary>Stages that people see: those of the case's own process. A stage that is sent back to begins a new round.</summary>
internal static class StageRules
{
    public static void Enter(Step step, long key, Element element)
    {
        if (step.Get(key).CallKey != 0) return;
        var round = step.State.Stages.TryGetValue(element.Id, out var before) ? before.Round + 1 : 1;
        step.Emit(new StageEntered(element.Id, round));
    }

    public static void Complete(Step step, ElementInstance self, Element element)
    {
        if (self.CallKey == 0 && step.State.Stages.TryGetValue(element.Id, out var stage)) step.Emit(new StageCompleted(element.Id, stage.Round));
    }

    /// <summary>The stage an instance stands in; null outside all stages.</summary>
    public static string? Of(Step step, ElementInstance instance)
    {
        for (var at = instance; at.Key != 0; at = step.Get(at.ScopeKey))
            if (at.CallKey == 0 && step.ElementOf(at).StageOrder is not null)
                return at.ElementId;
        return null;
    }
}
