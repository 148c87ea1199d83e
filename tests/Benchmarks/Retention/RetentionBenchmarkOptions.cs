using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Retention;

/// <param name="Connection">PostgreSQL: a server to use; null: a throw-away one, with fsync on.</param>
/// <param name="Cases">Archived cases whose time is over.</param>
internal sealed record RetentionBenchmarkOptions(DatabaseProvider Provider, string? Connection, int Cases)
{
    public static RetentionBenchmarkOptions Parse(string[] args)
    {
        var provider = Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        var cases = Value(args, "--cases") is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : args.Contains("--quick") ? 3000 : 300_000;
        return new(provider, Value(args, "--connection"), cases);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
