using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Business rule task: asks a decision of the flow's tables; with an activity instead, that does it.</summary>
internal sealed class BusinessRuleTaskBehavior : ElementBehavior
{
    private static readonly ServiceTaskBehavior Job = new();

    public override void Enter(Step step, ElementInstance self, Element element)
    {
        if (element.Decision is null) Job.Enter(step, self, element);
        else Lifecycle.Complete(step, self.Key, Decide(step, self, element, element.Decision));
    }

    public override void Retry(Step step, ElementInstance self, Element element) => Job.Retry(step, self, element);

    private static FeelContext Decide(Step step, ElementInstance self, Element element, string decision)
    {
        var answer = DecisionCalls.Ask(step, self, decision);
        step.Emit(new DecisionMade(self.Key, element.Id, decision, answer.Inputs, answer.Value, answer.Rules, answer.Source));
        if (element.ResultVariable is { } name) return FeelContext.Empty.With(name, answer.Value);
        return answer.Value as FeelContext ?? FeelContext.Empty.With(decision, answer.Value);
    }
}
