using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Export;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow export</c>: recorded cases, a line of JSON each.</summary>
internal static class ExportVerb
{
    private static readonly StoredDatabase Database = new();

    private static readonly Option<string?> Flow = new("--flow") { Description = "The key of one flow; all flows when left out.", HelpName = "KEY" };

    private static readonly Option<string> Tenant = new("--tenant") { Description = "The tenant's key; demo when left out.", HelpName = "KEY", DefaultValueFactory = _ => "demo" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("export", "Writes a case a line to standard output, with all its events as they are stored. Names, phones and addresses lie apart and are not in it. docs/export-format.md describes the lines.") { Flow, Tenant };
        Database.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var services = await Database.OpenAsync(parsed, terminal, cancel);
        if (services is null) return ExitCode.Usage;
        await foreach (var exported in services.GetRequiredService<CaseExport>().ReadAsync(parsed.GetValue(Tenant)!, parsed.GetValue(Flow), cancel))
            await terminal.Out.WriteLineAsync(exported.Line());
        return ExitCode.Done;
    }
}
