using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>User task and manual task: wait for a person.</summary>
internal sealed class UserTaskBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => TaskRules.Create(step, self, element);
}
