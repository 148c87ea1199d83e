using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Intermediate catch events: wait for their own timer, message, signal or condition.</summary>
internal sealed class CatchEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => Waits.OpenOwn(step, self, element);
}
