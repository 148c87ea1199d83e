using System.CommandLine;
using CaseFlow.Cli.Checking;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow check</c>: what publication would say of flows, without publishing them.</summary>
internal static class CheckVerb
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Folders of flows, or BPMN files.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("check", "Checks flows as publication does. Prints a line a problem: file:line element rule message; under it, where there is one, the run that shows it, a step a line. Ends with 0 when there is no error.") { Paths };
        command.SetAction(parsed => Run(parsed.GetValue(Paths) ?? [], terminal));
        return command;
    }

    private static int Run(string[] paths, Terminal terminal)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            terminal.Error.WriteLine($"Expected a file or a folder, but there is no {missing}.");
            return ExitCode.Usage;
        }

        var flows = paths.SelectMany(FlowFolder.Find).ToList();
        var problems = new FlowCheck(flows).Run();
        foreach (var (flow, problem) in problems)
            ProblemText.Write(terminal.Out, flow, problem);
        var errors = problems.Count(found => found.Problem.Severity == ProblemSeverity.Error);
        terminal.Out.WriteLine($"{flows.Count} flows, {errors} errors, {problems.Count - errors} warnings");
        return flows.Count > 0 && errors == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
