using System.CommandLine;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow verify</c>: whether stored history was edited, without the server.</summary>
internal static class VerifyVerb
{
    private static readonly Option<string?> Database = new("--database") { Description = "A SQLite file." };

    private static readonly Option<string?> Postgres = new("--postgres") { Description = "A PostgreSQL connection string." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify", "Recomputes the hash chain of every case and the ledger. Ends with 0 when nothing was edited, else names case and sequence.") { Database, Postgres };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Database), parsed.GetValue(Postgres), terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? file, string? postgres, Terminal terminal, CancellationToken cancel)
    {
        if (file is null == postgres is null)
        {
            terminal.Error.WriteLine("Expected --database FILE or --postgres CONNECTION, one of them.");
            return ExitCode.Usage;
        }

        if (file is not null && !File.Exists(file))
        {
            terminal.Error.WriteLine($"Expected a file, but there is no {file}.");
            return ExitCode.Usage;
        }

        await using var services = Services(file, postgres);
        return Report(await services.GetRequiredService<ChainVerifier>().VerifyAllAsync(cancel), terminal);
    }

    private static int Report(LedgerReport report, Terminal terminal)
    {
        foreach (var fault in report.Faults)
            terminal.Out.WriteLine($"case {fault.Number ?? fault.CaseId?.ToString() ?? "-"} sequence {fault.Sequence} {fault.Code} {fault.Message}");
        terminal.Out.WriteLine($"{report.Cases} cases, {report.Events} events, {report.Seals} seals, {report.Faults.Count} faults");
        return report.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static ServiceProvider Services(string? file, string? postgres)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = file is null ? "postgres" : "sqlite",
            ["Database:ConnectionString"] = postgres ?? $"Data Source={file};Mode=ReadOnly;Pooling=False",
        };
        return new ServiceCollection().AddLogging().AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
