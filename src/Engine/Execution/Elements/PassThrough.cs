using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Elements that do nothing but let the token through: none events, untyped tasks, exclusive, parallel and inclusive gateways once they are entered, link catch events. Where it goes on is <see cref="Routing"/>'s matter.</summary>
internal sealed class PassThroughBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element) =>
        Lifecycle.Complete(step, self.Key, FeelContext.Empty);
}
