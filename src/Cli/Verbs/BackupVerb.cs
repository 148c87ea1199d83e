using System.CommandLine;
using CaseFlow.Runtime.Storage.Sqlite;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow backup</c>: a copy of a SQLite database while the site runs.</summary>
internal static class BackupVerb
{
    private static readonly Option<string> Database = new("--database") { Description = "The SQLite file. The site may run.", HelpName = "FILE", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The copy, a file that isn't there yet.", HelpName = "FILE", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("backup", "Copies a SQLite database as it stands at one moment and checks the copy. PostgreSQL and SQL Server have tools of their own for it.") { Database, To };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Database)!, parsed.GetValue(To)!, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string database, string to, Terminal terminal, CancellationToken cancel)
    {
        var report = await SqliteBackup.TakeAsync(database, to, cancel);
        terminal.Out.WriteLine($"{to}: {report.Cases} cases, {report.Events} events, {report.Bytes} bytes");
        return ExitCode.Done;
    }
}
