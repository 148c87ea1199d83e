using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Terminate end event: ends everything in its own scope, and nothing outside it.</summary>
internal sealed class TerminateEndEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var scopeKey = self.ScopeKey;
        Lifecycle.TerminateChildren(step, scopeKey, $"terminated by {element.Id}", self.Key);
        Lifecycle.ApplyClocks(step, self, element);
        Lifecycle.End(step, self, element);
        if (scopeKey == 0 || element.Event is TerminateDefinition { All: true }) Closing.Close(step, CaseStatus.Terminated);
        else Lifecycle.ChildEnded(step, scopeKey);
    }
}
