using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Retention;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow retention</c>: counts, runs, holds and records of deletion.</summary>
internal static class RetentionVerb
{
    private const int MostListed = 1000;

    private static readonly Option<string?> Rules = new("--rules") { Description = "A settings file with Retention:Rules and Retention:ExportFolder, such as the server's appsettings.json; variables such as Retention__ExportFolder go before it.", HelpName = "FILE.json" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only count, per rule, what would go." };

    private static readonly Option<bool> Deleted = new("--deleted") { Description = "List what rules deleted, the last first: number, case, closed, deleted, rule, file." };

    private static readonly Option<bool> Held = new("--held") { Description = "List the cases on legal hold." };

    private static readonly Option<string?> Hold = new("--hold") { Description = "Put the case with this number on legal hold: no rule deletes it.", HelpName = "NUMBER" };

    private static readonly Option<string?> Release = new("--release") { Description = "End the legal hold of the case with this number.", HelpName = "NUMBER" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for --hold and --release; the auditor reads it.", HelpName = "TEXT" };

    private static readonly DatabaseChoice Databases = new();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("retention", "Deletes archived cases and erases people as rules say, after writing the cases to files. The last line says deleted=… erased=…, or with --dry-run would-delete=… would-erase=….")
        {
            Rules, DryRun, Deleted, Held, Hold, Release, Reason,
        };
        Databases.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (Databases.Read(parsed, terminal) is not { } target || Usage(parsed, terminal)) return ExitCode.Usage;
        await using var database = await OpenDatabase.OpenAsync(target, cancel);
        var desk = database.Get<RetentionDesk>();
        if (parsed.GetValue(Hold) is { } hold) return Said(terminal, await desk.HoldAsync(target.Tenant, hold, parsed.GetValue(Reason)!, Environment.UserName, cancel), $"Expected a case, but there is none with the number {hold}.");
        if (parsed.GetValue(Release) is { } release) return Said(terminal, await desk.ReleaseAsync(target.Tenant, release, parsed.GetValue(Reason)!, Environment.UserName, cancel), $"Expected a case on legal hold, but {release} is none.");
        if (parsed.GetValue(Held)) return await ListAsync(terminal, await desk.HeldAsync(target.Tenant, cancel), row => $"{row.Number}\t{row.At:O}\t{row.ActorId}\t{row.Reason}");
        if (parsed.GetValue(Deleted)) return await ListAsync(terminal, await desk.DeletedAsync(target.Tenant, MostListed, cancel), row => $"{row.Number}\t{row.CaseId}\t{row.ClosedAt:O}\t{row.DeletedAt:O}\t{row.Rule} ({row.RuleText})\t{row.ExportFile}");
        return await RunAsync(parsed, terminal, desk, target, cancel);
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, RetentionDesk desk, DatabaseTarget target, CancellationToken cancel)
    {
        try
        {
            var options = RetentionOptions.From(Settings(parsed.GetValue(Rules)!, target));
            var dryRun = parsed.GetValue(DryRun);
            var counts = dryRun ? await desk.PreviewAsync(options, cancel) : await desk.RunAsync(options, cancel);
            foreach (var (rule, cases) in counts.Rules) await terminal.Out.WriteLineAsync($"{rule.Name}\t{cases}\t{rule}");
            var (deleted, erased) = dryRun ? ("would-delete", "would-erase") : ("deleted", "erased");
            await terminal.Out.WriteLineAsync($"{deleted}={counts.Rules.Sum(rule => rule.Cases)} {erased}={counts.People}");
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or InvalidDataException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(error.Message);
            return ExitCode.Refused;
        }
    }

    /// <summary>As the site reads them; its data folder is where its database lies.</summary>
    private static IConfiguration Settings(string rules, DatabaseTarget target) => new ConfigurationBuilder()
        .AddInMemoryCollection(target.File is null ? [] : [new("CASEFLOW_DATA", Path.GetDirectoryName(target.File))])
        .AddJsonFile(Path.GetFullPath(rules)).AddEnvironmentVariables().Build();

    private static bool Usage(ParseResult parsed, Terminal terminal)
    {
        var asks = parsed.GetValue(Hold) is not null || parsed.GetValue(Release) is not null || parsed.GetValue(Held) || parsed.GetValue(Deleted);
        var problem = (parsed.GetValue(Hold) ?? parsed.GetValue(Release)) is not null && string.IsNullOrWhiteSpace(parsed.GetValue(Reason)) ? "Expected --reason TEXT with --hold and --release."
            : !asks && parsed.GetValue(Rules) is not { } ? "Expected --rules FILE.json, or --deleted, --held, --hold or --release."
            : !asks && !File.Exists(parsed.GetValue(Rules)) ? $"Expected a file, but there is no {parsed.GetValue(Rules)}."
            : null;
        if (problem is not null) terminal.Error.WriteLine(problem);
        return problem is not null;
    }

    private static int Said(Terminal terminal, bool done, string problem)
    {
        if (!done) terminal.Error.WriteLine(problem);
        return done ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<int> ListAsync<T>(Terminal terminal, IReadOnlyList<T> rows, Func<T, string> line)
    {
        foreach (var row in rows) await terminal.Out.WriteLineAsync(line(row));
        return ExitCode.Done;
    }
}
