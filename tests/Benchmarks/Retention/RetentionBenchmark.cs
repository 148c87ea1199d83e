using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Retention;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Retention;

/// <summary>Deletes very many archived cases by a rule: the run is ended in the middle, and another program goes on with it. Every case must have gone into a file and left a record.</summary>
internal static class RetentionBenchmark
{
    public static async Task<int> RunAsync(RetentionBenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-").FullName;
        ThrowAwayPostgres? server = null;
        try
        {
            if (options.Provider is DatabaseProvider.Postgres && options.Connection is null) server = await ThrowAwayPostgres.StartAsync();
            var connection = options.Provider is DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(folder, "bench_retention")}.db"
                : await Store.NewDatabaseAsync(server?.ConnectionString ?? options.Connection!, "bench_retention");
            await RunAsync(options, connection, Path.Combine(folder, "retention"));
            return 0;
        }
        finally
        {
            if (server is not null) await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(RetentionBenchmarkOptions options, string connection, string exports)
    {
        var rules = new RetentionOptions([new RetentionRule("five", null, null, null, 5, null)], exports);
        int events;
        await using (var store = await Store.OpenAsync(options.Provider, connection)) events = await new ExpiredFilling(store).FillAsync(options.Cases);
        var filled = GC.GetTotalMemory(forceFullCollection: true);
        var first = await LapAsync(options, connection, rules, options.Cases / 2);
        if (first.Left == 0) throw new InvalidOperationException("Expected the run to be ended in the middle, but it was done before.");
        var second = await LapAsync(options, connection, rules, int.MaxValue);
        await using var last = await Store.OpenAsync(options.Provider, connection);
        await CheckAsync(options, last, exports, second.Left);
        Report(options, events, first, second, filled);
    }

    /// <param name="most">The run is ended when so many are deleted.</param>
    private static async Task<RetentionLap> LapAsync(RetentionBenchmarkOptions options, string connection, RetentionOptions rules, int most)
    {
        await using var store = await Store.OpenAsync(options.Provider, connection);
        var before = await DeletedAsync(store);
        using var end = new CancellationTokenSource();
        var (began, memory) = (Stopwatch.GetTimestamp(), 0L);
        var run = store.Get<RetentionRun>().RunAsync(rules, end.Token);
        while (await Task.WhenAny(run, Task.Delay(500)) != run)
        {
            memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false));
            if (await DeletedAsync(store) >= most) await end.CancelAsync();
        }

        try
        {
            await run;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Ended as a node that is stopped ends it.
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await using var context = store.Get<Database>().OpenUnscoped();
        return new RetentionLap(await DeletedAsync(store) - before, await context.ArchivedCases.IgnoreQueryFilters().CountAsync(), seconds, memory);
    }

    private static async Task<int> DeletedAsync(Store store)
    {
        await using var context = store.Get<Database>().OpenUnscoped();
        return await context.DeletedCases.IgnoreQueryFilters().CountAsync();
    }

    /// <summary>A record, a line in the file that it names, an unbroken ledger: for each.</summary>
    private static async Task CheckAsync(RetentionBenchmarkOptions options, Store store, string exports, int left)
    {
        await using var context = store.Get<Database>().OpenUnscoped();
        var byFile = await context.DeletedCases.IgnoreQueryFilters().GroupBy(row => row.ExportFile).Select(rows => new { File = rows.Key, Count = rows.Count() }).ToListAsync();
        var wrong = byFile.Count(of => File.ReadLines(Path.Combine(exports, of.File)).Count() != of.Count);
        var faults = (await store.Get<ChainVerifier>().VerifyAllAsync()).Faults.Count;
        if (left != 0 || wrong != 0 || faults != 0 || byFile.Sum(of => of.Count) != options.Cases)
            throw new InvalidOperationException($"Expected {options.Cases} cases to be deleted, each with its record, but {byFile.Sum(of => of.Count)} are, {left} are left, {wrong} files are not whole and the ledger has {faults} faults.");
    }

    private static void Report(RetentionBenchmarkOptions options, int events, RetentionLap first, RetentionLap second, long filled)
    {
        var perSecond = options.Cases / (first.Seconds + second.Seconds);
        var most = Math.Max(first.Memory, second.Memory) / 1048576;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Provider}: {options.Cases:N0} archived cases of {events} events, deleted by one rule"));
        Console.WriteLine();
        Console.WriteLine("| | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| deleted until the run was ended | {first.Cases:N0} in {first.Seconds:F1} s |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| deleted by the next run | {second.Cases:N0} in {second.Seconds:F1} s |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| cases a second, written to files first | {perSecond:F0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| managed memory before, at most meanwhile, MB | {filled / 1048576:N0}, {most:N0} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| left, missing in a file, faults of the ledger | 0, 0, 0 |"));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            cases = options.Cases,
            casesPerSecond = Math.Round(perSecond, 1),
            deletedBeforeTheEnd = first.Cases,
            deletedAfterIt = second.Cases,
            memoryMegabytes = most,
        }));
    }
}

/// <param name="Cases">How many it deleted.</param>
/// <param name="Left">How many archived cases there are after it.</param>
/// <param name="Memory">Managed bytes at most, looked at twice a second.</param>
internal sealed record RetentionLap(int Cases, int Left, double Seconds, long Memory);
