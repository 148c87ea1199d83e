using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Compensation throw and compensation end event: waits until all that is to be undone has been.</summary>
internal sealed class CompensationThrowEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => Continue(step, self, element);

    public override void ChildEnded(Step step, ElementInstance self) => Continue(step, self, step.ElementOf(self));

    private static void Continue(Step step, ElementInstance self, Element element)
    {
        if (step.Get(self.Key).Children > 0) return;
        if (!Compensation.StartNext(step, self, ((CompensationDefinition)element.Event!).Activity)) Lifecycle.Complete(step, self.Key, FeelContext.Empty);
    }
}
