using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Growth;

/// <param name="Folder">Where the databases are kept and found again; null: they are thrown away. A run that finds the large one filled measures only that.</param>
/// <param name="Few">Open cases of the smallest database, which completions are held against.</param>
/// <param name="Base">Open cases of the database that lists are held against.</param>
/// <param name="Open">Open cases of the large database.</param>
/// <param name="Closed">Closed cases that are added beside the open ones.</param>
/// <param name="Cases">Cases of five tasks that one lap completes.</param>
/// <param name="Laps">Laps of completions in each database.</param>
/// <param name="Readings">How often each list is read in each database.</param>
/// <param name="OpenAlone">The large database is also measured before it gets closed cases.</param>
internal sealed record GrowthOptions(DatabaseProvider Provider, string? Folder, int Few, int Base, int Open, int Closed, int Cases, int Laps, int Readings, bool OpenAlone)
{
    public const int Workers = 32;

    public static GrowthOptions Parse(string[] args)
    {
        var quick = args.Contains("--quick");
        var provider = Value(args, "--provider") == "postgres" ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        var (few, @base) = quick ? (1_000, 2_500) : (1_000, 10_000);
        return new(
            provider, Value(args, "--folder"), few, @base, Number(args, "--open") ?? (quick ? 7_500 : 1_000_000), Number(args, "--closed") ?? (quick ? 7_500 : 5_000_000),
            quick ? 80 : 400, quick ? 5 : 7, quick ? 20 : 400, !quick);
    }

    private static int? Number(string[] args, string name) => Value(args, name) is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
