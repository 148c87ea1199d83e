using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>
/// Durable task completions a second through the case runner, against writers of plain ADO.NET and of EF Core that put the very same
/// rows into the same kind of database and do nothing else. All commit durably: SQLite with synchronous=FULL, PostgreSQL with fsync.
/// </summary>
internal static class DurableBenchmark
{
    public static async Task<int> RunAsync(DurableOptions options)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("caseflow-bench-").FullName;
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
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(DurableOptions options, Func<string, Task<string>> database)
    {
        await using var cases = await Store.OpenAsync(options.Provider, await database("bench_cases"), RecordingDatabase.Adapt);
        var targets = new List<(string Name, string Connection, Store Store)>();
        foreach (var name in new[] { "bench_one", "bench_grouped", "bench_ef" })
        {
            var connection = await database(name);
            targets.Add((name, connection, await Store.OpenAsync(options.Provider, connection)));
        }

        await Workload.PublishAsync(cases);
        var contest = new Contest(options.Provider, cases, targets[0].Connection, targets[1].Connection, targets[2].Store.Get<IDbContextFactory<CaseFlowDbContext>>());
        await contest.RoundAsync(options.Cases, options.Workers);
        var (rounds, began) = (new List<Round>(), Stopwatch.GetTimestamp());
        while (rounds.Count < options.Rounds && (rounds.Count == 0 || Stopwatch.GetElapsedTime(began) < options.AtMost)) rounds.Add(await contest.RoundAsync(options.Cases, options.Workers));
        var alone = await contest.RoundAsync(Math.Max(100, options.Cases / 8), clients: 1);
        foreach (var target in targets) await target.Store.DisposeAsync();
        Report(options, rounds, alone);
    }

    private static void Report(DurableOptions options, List<Round> rounds, Round alone)
    {
        var ours = Laps.Sum(rounds.Select(round => round.Ours));
        var one = Laps.Sum(rounds.Select(round => round.RawOneByOne));
        var grouped = Laps.Sum(rounds.Select(round => round.RawGrouped));
        var ef = Laps.Sum(rounds.Select(round => round.Ef));
        var raw = Math.Max(one.PerSecond, grouped.PerSecond);
        Console.WriteLine($"{options.Provider}, {options.Workers} clients, {rounds.Count} rounds of {options.Cases} cases of 5 tasks; then 1 client");
        Console.WriteLine("| writer | steps a second | of the best raw | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|---|");
        Line("case runner", ours, raw);
        Line("raw, a transaction a step", one, raw);
        Line($"raw, a transaction for {options.Workers} steps", grouped, raw);
        Line("EF Core, a SaveChanges a step", ef, raw);
        Line("case runner, 1 client", alone.Ours, alone.RawOneByOne.PerSecond);
        Line("raw, a transaction a step, 1 client", alone.RawOneByOne, alone.RawOneByOne.PerSecond);
        Line("EF Core, 1 client", alone.Ef, alone.RawOneByOne.PerSecond);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            ratio = Math.Round(ours.PerSecond / raw, 3),
            casesPerSecond = Math.Round(ours.PerSecond, 1),
            rawPerSecond = Math.Round(raw, 1),
            p50Ratio = Math.Round(alone.Ours.Percentile(0.5) / alone.RawOneByOne.Percentile(0.5), 3),
            efPerSecond = Math.Round(ef.PerSecond, 1),
            efRatio = Math.Round(ours.PerSecond / ef.PerSecond, 3),
        }));
    }

    private static void Line(string name, Laps laps, double raw) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {laps.PerSecond:F0} | {laps.PerSecond / raw:F2} | {laps.Percentile(0.5):F2} | {laps.Percentile(0.95):F2} | {laps.Percentile(0.99):F2} |"));

    private static Task<string> DatabaseAsync(DurableOptions options, string? server, string folder, string name) =>
        options.Provider is DatabaseProvider.Sqlite ? Task.FromResult($"Data Source={Path.Combine(folder, name)}.db") : Store.NewDatabaseAsync(server!, name);
}
