using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Startup;

/// <param name="Connection">PostgreSQL: a server to use; null: a throw-away one.</param>
/// <param name="Cases">Open cases of the full database.</param>
/// <param name="Laps">Starts on each database.</param>
internal sealed record StartupOptions(DatabaseProvider Provider, string? Connection, int Cases, int Laps)
{
    public static StartupOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        var provider = Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        return new(provider, Value(args, "--connection"), Value(args, "--cases") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : quick ? 20_000 : 1_000_000, quick ? 2 : 5);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
