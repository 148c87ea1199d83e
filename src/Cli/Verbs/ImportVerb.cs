using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Cli.Import;
using CaseFlow.Runtime.Intake.Import;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow import</c>: starts a case a row of a CSV file.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> CsvFile = new("FILE.csv") { Description = "The table, its first line the names of the columns." };

    private static readonly Option<string> Map = new("--map") { Description = "How rows become cases (JSON); examples/import/README.md describes it.", HelpName = "MAP.json", Required = true };

    private static readonly Option<string?> Refused = new("--refused") { Description = "Where refused rows go; FILE.refused.csv when left out.", HelpName = "FILE.csv" };

    private static readonly Option<string?> Workflows = new("--workflows") { Description = "Folder of the flows that ship, for a database that has none; looked for above this folder when left out.", HelpName = "FOLDER" };

    private static readonly DatabaseChoice Databases = new("with the flows that ship");

    public static Command Create(Terminal terminal)
    {
        var command = new Command("import", "Starts a case for each row of a CSV file of any size. Run again, it starts nothing twice. The last line says read=… started=… existing=… refused=….") { CsvFile, Map, Refused, Workflows };
        Databases.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var (csv, map) = (parsed.GetValue(CsvFile)!, parsed.GetValue(Map)!);
        if (Databases.Read(parsed, terminal) is not { } target) return ExitCode.Usage;
        if (new[] { csv, map }.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            terminal.Error.WriteLine($"Expected a file, but there is no {missing}.");
            return ExitCode.Usage;
        }

        try
        {
            var read = ImportMap.Parse(await File.ReadAllTextAsync(map, cancel));
            await using var database = await OpenDatabase.OpenOrCreateAsync(target, cancel);
            await database.FillAsync(target.Tenant, parsed.GetValue(Workflows), cancel);
            var counts = await new ImportRun(database.Get<CaseImport>(), terminal).RunAsync(target.Tenant, csv, read, parsed.GetValue(Refused) ?? csv + ".refused.csv", cancel);
            await terminal.Out.WriteLineAsync($"read={counts.Read} started={counts.Started} existing={counts.Existing} refused={counts.Refused}");
            return counts.Refused == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        catch (FormatException error)
        {
            terminal.Error.WriteLine(error.Message);
            return ExitCode.Refused;
        }
    }
}
