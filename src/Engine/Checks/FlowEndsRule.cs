using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Sequence flows stay within one scope; nothing leads into a start event or out of an end event.</summary>
internal static class FlowEndsRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var flow in process.Flows)
        {
            var source = process.Elements[flow.Source];
            var target = process.Elements[flow.Target];
            if (source.Parent != target.Parent)
                Error(context, flow, "flow-crosses-scope", $"Expected sequence flow {flow.Id} to stay within one scope, but {source.Id} and {target.Id} stand in different ones.");
            if (target.Kind.IsStartEvent() || target.Kind.IsBoundaryEvent() || target.Kind is ElementKind.EventSubprocess or ElementKind.LinkCatchEvent || target.IsForCompensation)
                Error(context, flow, "flow-into-start", $"Expected no sequence flow into {target.Id}, but {flow.Id} leads there.");
            if (source.Kind.IsEndEvent() || source.Kind is ElementKind.EventSubprocess or ElementKind.LinkThrowEvent or ElementKind.CompensationBoundaryEvent || source.IsForCompensation)
                Error(context, flow, "flow-out-of-end", $"Expected no sequence flow out of {source.Id}, but {flow.Id} leaves it.");
        }
    }

    private static void Error(CompileContext context, SequenceFlow flow, string rule, string message) =>
        context.Problems.Add(ProblemSeverity.Error, rule, message, flow.Line, flow.Id);
}
