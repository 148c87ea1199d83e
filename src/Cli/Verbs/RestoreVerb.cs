using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow restore</c>: puts a copy back in the place of a SQLite database.</summary>
internal static class RestoreVerb
{
    private static readonly Option<string> From = new("--from") { Description = "The copy, as backup wrote it. It stays.", HelpName = "FILE", Required = true };

    private static readonly Option<string> Database = new("--database") { Description = "The SQLite file of the site, which must not run. What is there is kept as FILE.TIME.former.", HelpName = "FILE", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("restore", "Puts a copy of a SQLite database back. Refused while a program has the database open, and for a copy that is not sound or newer than this program.") { From, Database };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(From)!, parsed.GetValue(Database)!, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string from, string database, Terminal terminal, CancellationToken cancel)
    {
        var (report, former) = await SqliteBackup.RestoreAsync(from, database, copy => CheckAsync(copy, cancel), cancel);
        terminal.Out.WriteLine($"{database}: {report.Cases} cases, {report.Events} events, {report.Bytes} bytes");
        if (former is not null) terminal.Out.WriteLine($"The former database is {former}");
        return ExitCode.Done;
    }

    private static async Task CheckAsync(string copy, CancellationToken cancel)
    {
        await using var services = StoredDatabase.Services("sqlite", StoredDatabase.ReadOnly(copy));
        await services.GetRequiredService<DatabaseMigrator>().RefuseNewerAsync(cancel);
    }
}
