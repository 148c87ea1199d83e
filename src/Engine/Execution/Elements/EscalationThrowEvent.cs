using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Escalation throw and escalation end event. Goes on unless it was interrupted by whoever caught it.</summary>
internal sealed class EscalationThrowEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var code = ((EscalationDefinition)element.Event!).Code;
        Throwing.Escalation(step, self.Key, code, self.Variables);
        Lifecycle.Complete(step, self.Key, FeelContext.Empty);
    }
}
