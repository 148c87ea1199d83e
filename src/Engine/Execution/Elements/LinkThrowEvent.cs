using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Link throw event: goes on at the link catch event of the same name in the same scope.</summary>
internal sealed class LinkThrowEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var process = step.ProcessOf(self);
        var target = process.Elements.First(other => other.Kind == ElementKind.LinkCatchEvent && other.Parent == element.Parent && other.Event == element.Event);
        Lifecycle.End(step, self, element);
        Lifecycle.Activate(step, target, self.ScopeKey, []);
    }
}
