using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Send task: a message to whichever case waits for it, or an activity that carries it elsewhere.</summary>
internal sealed class SendTaskBehavior : ElementBehavior
{
    private static readonly ServiceTaskBehavior Job = new();

    public override void Enter(Step step, ElementInstance self, Element element)
    {
        if (element.Event is MessageDefinition && element.Activity is null) MessageThrowEventBehavior.Send(step, self, element);
        else Job.Enter(step, self, element);
    }

    public override void Retry(Step step, ElementInstance self, Element element) => Job.Retry(step, self, element);
}
