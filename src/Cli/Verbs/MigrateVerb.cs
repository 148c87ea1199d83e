using System.CommandLine;
using System.Text.Json;
using CaseFlow.Cli.Databases;
using CaseFlow.Cli.Migrating;
using CaseFlow.Engine.Migrating;
using CaseFlow.Runtime.Migrating;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow migrate</c>: moves running cases to another version of their flow.</summary>
internal static class MigrateVerb
{
    private static readonly Option<string> Flow = new("--flow") { Description = "The flow's key.", HelpName = "KEY", Required = true };

    private static readonly Option<int> From = new("--from") { Description = "The version that the cases run on.", HelpName = "N", Required = true };

    private static readonly Option<int> To = new("--to") { Description = "The version that they are to go on in.", HelpName = "N", Required = true };

    private static readonly Option<string?> Map = new("--map") { Description = "Steps whose ids differ, as one JSON object: old id to new id.", HelpName = "FILE.json" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why; stands on the timeline of each case. Required unless --dry-run.", HelpName = "TEXT" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only count, per step, what could be moved and what not." };

    private static readonly DatabaseChoice Databases = new();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("migrate", "Moves the running cases of a flow version to another version. Prints the counts per step first. Run again, it goes on with what is left. The last line says moved=… skipped=… failed=…, or with --dry-run cases=… movable=….")
        {
            Flow, From, To, Map, Reason, DryRun,
        };
        Databases.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (Databases.Read(parsed, terminal) is not { } target || Usage(parsed, terminal)) return ExitCode.Usage;
        try
        {
            var request = new MigrationRequest(parsed.GetValue(Flow)!, parsed.GetValue(From), parsed.GetValue(To), await ReadMapAsync(parsed.GetValue(Map), cancel));
            await using var database = await OpenDatabase.OpenAsync(target, cancel);
            return await new MigrationOutput(database.Get<MigrationRun>(), terminal).RunAsync(target.Tenant, request, parsed.GetValue(DryRun) ? null : parsed.GetValue(Reason), cancel);
        }
        catch (Exception error) when (error is FormatException or JsonException or IOException or KeyNotFoundException)
        {
            terminal.Error.WriteLine(error.Message);
            return ExitCode.Refused;
        }
    }

    private static bool Usage(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(DryRun) || !string.IsNullOrWhiteSpace(parsed.GetValue(Reason))) return false;
        terminal.Error.WriteLine("Expected --reason TEXT, or --dry-run.");
        return true;
    }

    private static async Task<MigrationMap> ReadMapAsync(string? file, CancellationToken cancel)
    {
        if (file is null) return MigrationMap.Same;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancel));
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String))
            throw new FormatException($"Expected {file} to be one JSON object of element ids, but it is not.");
        return MigrationMap.Of(document.RootElement.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!)));
    }
}
