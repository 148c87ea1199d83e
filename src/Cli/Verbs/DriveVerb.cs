using System.CommandLine;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow drive</c>: the engine by JSON lines on standard input and output.</summary>
internal static class DriveVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("drive", "Runs the engine by JSON lines: one object in, one object out. In memory, on a virtual clock, without database or network.");
        command.SetAction(_ =>
        {
            new Driver().Run(terminal.In, terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
