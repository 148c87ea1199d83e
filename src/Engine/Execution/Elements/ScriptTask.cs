using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Script task: a FEEL expression. Its value goes to the result variable; a context without one, under its own names.</summary>
internal sealed class ScriptTaskBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var value = Expressions.Evaluate(step, element.Script!, self.Key);
        var result = element.ResultVariable is { } name ? FeelContext.Empty.With(name, value) : value as FeelContext ?? FeelContext.Empty;
        Lifecycle.Complete(step, self.Key, result);
    }
}
