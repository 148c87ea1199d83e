using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Message throw and message end event.</summary>
internal sealed class MessageThrowEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) => Send(step, self, element);

    /// <summary>The element's own variables, that is its inputs, are what the message carries.</summary>
    internal static void Send(Step step, ElementInstance self, Element element)
    {
        var message = (MessageDefinition)element.Event!;
        var correlation = Expressions.Text(step, message.Correlation, self.Key);
        step.Do(new SendMessage($"{self.Key}:1", message.Name, correlation, self.Variables));
        Lifecycle.Complete(step, self.Key, FeelContext.Empty);
    }
}
