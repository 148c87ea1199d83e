using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>An exclusive or inclusive gateway that splits has conditions, and a default for when none holds.</summary>
internal static class GatewayRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
        {
            if (element.Outgoing.Length < 2) continue;
            var flows = element.Outgoing.Select(index => process.Flows[index]).ToList();
            var open = flows.Find(flow => flow.Condition is null && flow.Index != element.DefaultFlow);
            if (element.Kind == ElementKind.ExclusiveGateway && open is not null)
                context.Problems.Add(ProblemSeverity.Warning, "missing-condition", $"Expected a condition on {open.Id} of {element.Id}, but it has none: it is taken whenever it is reached.", open.Line, open.Id);
            else if (element.Kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway && open is null && element.DefaultFlow < 0)
                context.Problems.Warning("no-default", $"Expected a default flow at {element.Id}, but it has none: when no condition holds, the case stops there.", element);
            if (element.DefaultFlow >= 0 && process.Flows[element.DefaultFlow] is { Condition: not null } byDefault)
                context.Problems.Add(ProblemSeverity.Warning, "condition-without-effect", $"Expected no condition on the default flow of {element.Id}, but {byDefault.Id} has one: it is not asked.", byDefault.Line, byDefault.Id);
            if (element.Kind is ElementKind.ParallelGateway or ElementKind.EventBasedGateway && flows.Find(flow => flow.Condition is not null) is { } conditional)
                context.Problems.Add(ProblemSeverity.Warning, "condition-without-effect", $"Expected no condition after {element.Id}, but {conditional.Id} has one: the gateway asks no condition, so this one has no effect.", conditional.Line, conditional.Id);
        }
    }
}
