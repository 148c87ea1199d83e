using System.CommandLine;
using CaseFlow.Cli.Verbs;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Cli;

/// <summary>The command line: one verb a file in <c>Verbs/</c>.</summary>
internal static class CommandLineApp
{
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("CaseFlow: flows, clocks and cases from the command line.")
        {
            AccountVerb.Create(terminal),
            BackupVerb.Create(terminal),
            CheckVerb.Create(terminal),
            DueVerb.Create(terminal),
            DriveVerb.Create(terminal),
            ExportVerb.Create(terminal),
            ImportVerb.Create(terminal),
            ReplayVerb.Create(terminal),
            RestoreVerb.Create(terminal),
            RetentionVerb.Create(terminal),
            SimulateVerb.Create(terminal),
            MigrateVerb.Create(terminal),
            NodesVerb.Create(terminal),
            OutboxVerb.Create(terminal),
            VerifyVerb.Create(terminal),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine($"See 'caseflow {string.Concat(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.");
            return ExitCode.Usage;
        }

        var code = Invoke(parsed, terminal);
        terminal.Out.Flush();
        return code;
    }

    private static int Invoke(ParseResult parsed, Terminal terminal)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is DatabaseVersionException or BackupException)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Refused;
        }
    }
}
