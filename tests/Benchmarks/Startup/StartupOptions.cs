using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Startup;

/// <param name="Folder">Where the databases are kept and found again, also those that the benchmark growth filled; null: they are thrown away.</param>
/// <param name="Cases">Open cases of the full database.</param>
/// <param name="Closed">Closed cases beside them, which growth must have filled.</param>
/// <param name="Laps">Starts on each database.</param>
internal sealed record StartupOptions(DatabaseProvider Provider, string? Folder, int Cases, int Closed, int Laps)
{
    public static StartupOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        var provider = Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        return new(provider, Value(args, "--folder"), Number(args, "--cases") ?? (quick ? 4_000 : 1_000_000), Number(args, "--closed") ?? 0, quick ? 1 : 5);
    }

    private static int? Number(string[] args, string name) => Value(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
