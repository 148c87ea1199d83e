using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Durable;

/// <param name="Connection">PostgreSQL: a server to use; null: a throw-away one, with fsync on.</param>
/// <param name="Workers">Clients, each with one case at a time.</param>
/// <param name="Rounds">Each runs every writer once, one after another, so that a busy moment of the machine meets them all.</param>
/// <param name="Cases">Cases a round; each has five task completions.</param>
internal sealed record DurableOptions(DatabaseProvider Provider, string? Connection, int Workers, int Rounds, int Cases)
{
    /// <summary>No further round begins after that: a machine with a busy disk still ends in time.</summary>
    public TimeSpan AtMost { get; init; } = TimeSpan.FromMinutes(6);

    public static DurableOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        return new(
            Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, Value(args, "--connection"),
            int.Parse(Value(args, "--workers") ?? "32", CultureInfo.InvariantCulture), quick ? 6 : 8,
            int.Parse(Value(args, "--cases") ?? (quick ? "200" : "2000"), CultureInfo.InvariantCulture))
        {
            AtMost = quick ? TimeSpan.FromSeconds(12) : TimeSpan.FromMinutes(6),
        };
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
