using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Embedded subprocess and event subprocess: complete when nothing runs within.</summary>
internal sealed class SubprocessBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        ScopeRules.Open(step, self.Key, element);
        ScopeRules.StartEntries(step, self.Key, step.ProcessOf(self), element);
    }

    public override void ChildEnded(Step step, ElementInstance self)
    {
        if (ScopeRules.IsFinished(self)) Lifecycle.Complete(step, self.Key, Result(self, step.ElementOf(self)));
    }

    /// <summary>What a repeated instance set for itself goes on with the flow, unless an output collection takes it.</summary>
    internal static FeelContext Result(ElementInstance self, Element element)
    {
        if (self.LoopCounter == 0 || element.Loop?.OutputVariable is not null) return FeelContext.Empty;
        var own = element.Inputs.Select(input => input.Target).Concat(element.DataObjects).Append(element.Loop?.ItemVariable);
        return new FeelContext(self.Variables.Entries.RemoveAll(entry => own.Contains(entry.Key)));
    }
}
