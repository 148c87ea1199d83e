using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Ad-hoc subprocess: people start its steps. It completes when its condition holds; without one, when the last started step has ended.</summary>
internal sealed class AdHocSubprocessBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => ScopeRules.Open(step, self.Key, element);

    public override void ChildEnded(Step step, ElementInstance self) => Faults.Guard(step, self.Key, IncidentPhase.Running, () =>
    {
        var element = step.ElementOf(self);
        if (element.AdHoc!.Completion is not { } completion)
        {
            if (ScopeRules.IsFinished(self)) Lifecycle.Complete(step, self.Key, FeelContext.Empty);
        }
        else if (Expressions.Holds(step, completion, self.Key))
        {
            if (element.AdHoc.CancelRemaining) Lifecycle.TerminateChildren(step, self.Key, "completion condition holds");
            if (ScopeRules.IsFinished(step.Get(self.Key))) Lifecycle.Complete(step, self.Key, FeelContext.Empty);
        }
    });

    public override void Retry(Step step, ElementInstance self, Element element) => ChildEnded(step, self);
}
