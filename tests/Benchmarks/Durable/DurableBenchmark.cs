using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>
/// Durable task completions a second through the case runner, against a writer that puts the very same rows into the same kind
/// of database and does nothing else. Both commit durably: SQLite with synchronous=FULL, PostgreSQL with fsync.
/// </summary>
internal static class DurableBenchmark
{
    private const int WarmUpCases = 100;

    public static async Task<int> RunAsync(DurableOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-").FullName;
        ThrowAwayPostgres? server = null;
        try
        {
            if (options.Provider is DatabaseProvider.Postgres && options.Connection is null) server = await ThrowAwayPostgres.StartAsync();
            await RunAsync(options, name => DatabaseAsync(options, server?.ConnectionString ?? options.Connection, folder, name));
            return 0;
        }
        finally
        {
            if (server is not null) await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(DurableOptions options, Func<string, Task<string>> database)
    {
        await using var cases = await Store.OpenAsync(options.Provider, await database("bench_cases"), RecordingDatabase.Adapt);
        await using var raw = await Store.OpenAsync(options.Provider, await database("bench_raw"), RecordingDatabase.Adapt);
        await Workload.PublishAsync(cases);
        await RoundAsync(cases, raw, WarmUpCases, options.Workers);
        var (ours, theirs) = await RoundAsync(cases, raw, options.Cases, options.Workers);
        Report(options, ours, theirs);
    }

    /// <summary>Runs cases, then writes their rows into the other database: the starts unmeasured, the completions measured.</summary>
    private static async Task<(Laps Ours, Laps Raw)> RoundAsync(Store cases, Store raw, int count, int workers)
    {
        var recorded = cases.Get<RecordingDatabase>();
        recorded.Commits.Clear();
        var ids = await Workload.StartAsync(cases, count, workers);
        var starts = Taken(recorded, ids);
        var ours = await Workload.CompleteAsync(cases, ids, workers);
        await Workload.WriteRawAsync(raw.Get<RecordingDatabase>(), starts, workers);
        raw.Get<RecordingDatabase>().Commits.Clear();
        return (ours, await Workload.WriteRawAsync(raw.Get<RecordingDatabase>(), Taken(recorded, ids), workers));
    }

    private static List<List<CaseCommit>> Taken(RecordingDatabase recorded, List<Guid> ids) =>
        [.. ids.Select(id => recorded.Commits.TryRemove(id, out var commits) ? commits.ToList() : [])];

    private static void Report(DurableOptions options, Laps ours, Laps raw)
    {
        var (ratio, p50Ratio) = (ours.PerSecond / raw.PerSecond, ours.Percentile(0.5) / raw.Percentile(0.5));
        Console.WriteLine($"{options.Provider}, {options.Workers} workers, {options.Cases} cases of 5 tasks");
        Console.WriteLine("                 per second    p50 ms    p95 ms    p99 ms");
        Console.WriteLine(Line("case runner", ours));
        Console.WriteLine(Line("raw writer", raw));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            ratio = Math.Round(ratio, 3),
            casesPerSecond = Math.Round(ours.PerSecond, 1),
            rawPerSecond = Math.Round(raw.PerSecond, 1),
            p50Ratio = Math.Round(p50Ratio, 3),
        }));
    }

    private static string Line(string name, Laps laps) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-16} {laps.PerSecond,10:F0} {laps.Percentile(0.5),9:F2} {laps.Percentile(0.95),9:F2} {laps.Percentile(0.99),9:F2}");

    private static Task<string> DatabaseAsync(DurableOptions options, string? server, string folder, string name) =>
        options.Provider is DatabaseProvider.Sqlite ? Task.FromResult($"Data Source={Path.Combine(folder, name)}.db") : Store.NewDatabaseAsync(server!, name);
}
