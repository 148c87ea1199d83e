using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Receive task: waits for its message, or for a person who says that it came.</summary>
internal sealed class ReceiveTaskBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        if (element.Event is not null) Waits.OpenOwn(step, self, element);
    }
}
