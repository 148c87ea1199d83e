using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>The closed-loop rules that a flow's processes have switched on.</summary>
internal static class ClosedLoopChecks
{
    public static void Run(IReadOnlyCollection<Process> processes, CompileContext context)
    {
        // What is drawn wrong has no paths to speak of.
        var isDrawn = !context.Problems.HasErrors;
        foreach (var process in processes)
        {
            CallBackRule.Check(process, context);
            ReturnGroundRule.Check(process, context);
            HoldReviewRule.Check(process, context);
            if (isDrawn) PathRules.Check(process, context);
        }
    }
}
