using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Error end event: ends the scope that catches it. One that nobody catches is an incident.</summary>
internal sealed class ErrorEndEventBehavior : ElementBehavior
{
    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var code = ((ErrorDefinition)element.Event!).Code;
        if (!Throwing.Error(step, self.Key, code, self.Variables))
            throw new ModelFault("unhandled-error", $"Expected somebody to catch error {code ?? "(no code)"} of {element.Id}, but nobody does.");
    }
}
