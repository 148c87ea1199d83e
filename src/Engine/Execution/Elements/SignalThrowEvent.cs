using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Signal throw and signal end event: to every case that waits for it, this one too.</summary>
internal sealed class SignalThrowEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        step.Do(new BroadcastSignal($"{self.Key}:1", ((SignalDefinition)element.Event!).Name, self.Variables));
        Lifecycle.Complete(step, self.Key, FeelContext.Empty);
    }
}
