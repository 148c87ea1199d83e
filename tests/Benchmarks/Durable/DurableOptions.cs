using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Durable;

/// <param name="Connection">PostgreSQL: a server to use; null: a throw-away one, with fsync on.</param>
/// <param name="Workers">Cases that are worked on at the same time.</param>
/// <param name="Cases">Cases measured; each has five task completions.</param>
internal sealed record DurableOptions(DatabaseProvider Provider, string? Connection, int Workers, int Cases)
{
    public static DurableOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        var provider = Value(args, "--provider") ?? "sqlite";
        return new(
            provider == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, Value(args, "--connection"),
            int.Parse(Value(args, "--workers") ?? "32", System.Globalization.CultureInfo.InvariantCulture), quick ? 400 : 4000);
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
