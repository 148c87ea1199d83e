using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>The case's own process: the case ends with it.</summary>
internal sealed class ProcessBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => Closing.StartClocks(step);

    public override void ChildEnded(Step step, ElementInstance self)
    {
        if (ScopeRules.IsFinished(self)) Closing.Close(step, CaseStatus.Completed);
    }
}
