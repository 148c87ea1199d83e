using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Checking;

/// <summary>A problem of a flow: one line of file:line element severity rule message, and below it the trial run that shows it.</summary>
internal static class ProblemText
{
    public static void Write(TextWriter writer, FlowFolder flow, Problem problem)
    {
        var severity = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
        writer.WriteLine($"{Path.Combine(flow.Path, problem.File)}:{problem.Line} {problem.ElementId ?? "-"} {severity} {problem.Rule} {problem.Message}");
        for (var step = 0; step < problem.Steps.Length; step++)
            writer.WriteLine($"    {step + 1}. {TrialText.Of(problem.Steps[step])}");
    }
}
