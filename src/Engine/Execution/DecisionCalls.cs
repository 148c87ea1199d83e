using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Asks a decision of the flow's tables on behalf of an element.</summary>
internal static class DecisionCalls
{
    internal sealed record Answer(FeelValue Value, FeelContext Inputs, ImmutableArray<string> Rules, DecisionSource Source);

    public static Answer Ask(Step step, ElementInstance self, string decision)
    {
        var package = step.PackageOf(self);
        var model = package.DecisionModelOf(decision)
            ?? throw new ModelFault("decision", $"Expected a decision '{decision}' for {self.ElementId}, but the flow has none.");
        var result = model.Evaluate(decision, new VariableScope(step, self.Key));
        if (result.Error is { } error) throw new ModelFault("decision", $"Expected decision '{decision}' of {self.ElementId} to give an answer, but {error}");
        var source = new DecisionSource(package.Ref, model.File, [.. result.Rules.Select(rule => rule.TableId).Distinct()]);
        return new Answer(result.Value, new FeelContext(result.Inputs), [.. result.Rules.Select(rule => rule.RuleId)], source);
    }
}
