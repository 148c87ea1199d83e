using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Cli.Export;
using CaseFlow.Runtime.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow verify</c>: whether stored history was edited, without the server.</summary>
internal static class VerifyVerb
{
    private static readonly StoredDatabase Database = new();

    private static readonly Option<string?> Export = new("--export") { Description = "A file that export wrote, in place of a database.", HelpName = "FILE" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify", "Recomputes the hash chain of every case and the ledger. Ends with 0 when nothing was edited, else names case and sequence.") { Export };
        Database.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (parsed.GetValue(Export) is { } file) return VerifyExport(file, terminal);
        await using var services = await Database.OpenAsync(parsed, terminal, cancel);
        return services is null ? ExitCode.Usage : Report(await services.GetRequiredService<ChainVerifier>().VerifyAllAsync(cancel), terminal);
    }

    private static int VerifyExport(string file, Terminal terminal)
    {
        if (ExportFile.Missing(file, terminal)) return ExitCode.Usage;
        try
        {
            return Report(ExportVerifier.Verify(ExportFile.Read(file)), terminal);
        }
        catch (FormatException e)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Refused;
        }
    }

    private static int Report(LedgerReport report, Terminal terminal)
    {
        foreach (var fault in report.Faults)
            terminal.Out.WriteLine($"case {fault.Number ?? fault.CaseId?.ToString() ?? "-"} sequence {fault.Sequence} {fault.Code} {fault.Message}");
        terminal.Out.WriteLine($"{report.Cases} cases, {report.Events} events, {report.Seals} seals, {report.Faults.Count} faults{Deleted(report)}");
        return report.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Deleted(LedgerReport report) => report.Deleted == 0 ? "" : $"; {report.Deleted} cases were deleted by retention rules";
}
