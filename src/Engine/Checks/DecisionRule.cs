using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Decisions that are named exist, and every business rule task names one or an activity.</summary>
internal static class DecisionRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
        {
            if (element.Decision is { } decision && !context.DecisionNames.Contains(decision))
                context.Problems.Error("unknown-decision", $"Expected a decision {decision} in the flow's tables for {element.Id}, but there is none.", element);
            if (element is { Kind: ElementKind.BusinessRuleTask, Decision: null, Activity: null })
                context.Problems.Error("missing-decision", $"Expected business rule task {element.Id} to name a decision, but it names none.", element);
        }
    }
}
