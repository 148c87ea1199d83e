using System.CommandLine;
using CaseFlow.Cli.Export;
using CaseFlow.Cli.Simulation;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Simulation.Replaying;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow replay</c>: recorded cases through a draft flow and its tables.</summary>
internal static class ReplayVerb
{
    private static readonly Argument<string> Draft = new("DRAFT") { Description = "The draft's folder." };

    private static readonly Option<string> Cases = new("--cases") { Description = "Recorded cases, as export writes them.", HelpName = "FILE", Required = true };

    private static readonly Option<int> Examples = new("--examples") { Description = "How many cases are named for each change; 3 when left out.", HelpName = "N", DefaultValueFactory = _ => 3 };

    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON in place of a table." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("replay", "Sends recorded cases through a draft flow and its tables, at their recorded times and with their recorded answers, and counts what would have come out otherwise. Checks the draft first, as publication does.") { Draft, Cases, Examples, Json };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (folder, file) = (parsed.GetValue(Draft)!, parsed.GetValue(Cases)!);
        if (!Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"Expected a folder, but there is no {folder}.");
            return ExitCode.Usage;
        }

        if (ExportFile.Missing(file, terminal)) return ExitCode.Usage;
        try
        {
            if (Checking.Draft.Read(folder, terminal) is not { } draft) return ExitCode.Refused;
            var replayer = new Replayer(draft.Package, draft.World, Math.Max(0, parsed.GetValue(Examples)));
            foreach (var recorded in ExportFile.Recorded(file)) replayer.Add(recorded);
            if (parsed.GetValue(Json)) terminal.Out.WriteLine(ReportText.Json(replayer.Report()));
            else ReplayText.Write(replayer.Report(), terminal.Out);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is FormatException or CalendarFormatException)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Refused;
        }
    }
}
