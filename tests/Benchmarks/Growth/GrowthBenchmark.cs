using System.Diagnostics;
using CaseFlow.Benchmarks.Durable;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>
/// Whether work and lists cost the same with a thousand and with millions of cases. The databases are filled by SQL with copies of real
/// cases; completions and readings then alternate between them, so that a noisy moment of the machine meets all of them.
/// </summary>
internal static class GrowthBenchmark
{
    private static readonly int[] WarmUpRounds = [1, 2, 3];

    public static async Task<int> RunAsync(GrowthOptions options)
    {
        await using var grounds = await Grounds.StartAsync(options.Provider, options.Folder);
        var report = new GrowthReport(options);
        await using var few = await OpenAsync(grounds, options.Few, report);
        await using var @base = await OpenAsync(grounds, options.Base, report);
        await using var large = await grounds.FindAsync(options.Open, options.Closed) ?? await AddClosedAsync(options, grounds, few, @base, report);
        await CompareAsync(options, few, @base, large, options.Closed, report);
        await MemoryAsync(large, report);
        report.Print();
        return 0;
    }

    /// <summary>The large database: filled with open cases, and then up with closed ones.</summary>
    private static async Task<Ground> AddClosedAsync(GrowthOptions options, Grounds grounds, Ground few, Ground @base, GrowthReport report)
    {
        var large = await OpenAsync(grounds, options.Open, report);
        if (options.OpenAlone) await CompareAsync(options, few, @base, large, 0, report);
        var watch = Stopwatch.StartNew();
        large = await grounds.AddClosedAsync(large, options.Closed);
        report.Filled(options.Closed, $"closed cases ({Filling.ClosedEvents} events each) beside", watch.Elapsed, await large.SizeAsync());
        return large;
    }

    private static async Task CompareAsync(GrowthOptions options, Ground few, Ground @base, Ground large, int closed, GrowthReport report)
    {
        report.Completions(options.Open, closed, await CompleteAsync(options, few, large));
        await ReadAsync(options, @base, large, closed, report);
    }

    private static async Task<Ground> OpenAsync(Grounds grounds, int open, GrowthReport report)
    {
        if (await grounds.FindAsync(open, 0) is { } kept) return kept;
        var watch = Stopwatch.StartNew();
        var ground = await grounds.FillAsync(open);
        report.Filled(open, $"open cases ({Filling.OpenEvents} events each)", watch.Elapsed, await ground.SizeAsync());
        return ground;
    }

    /// <summary>Completions a second of each lap, in the few and in the many.</summary>
    private static async Task<(List<double> Few, List<double> Many)> CompleteAsync(GrowthOptions options, Ground few, Ground many)
    {
        var (ofFew, ofMany) = (new List<double>(), new List<double>());
        foreach (var ground in new[] { few, many }) await LapAsync(options, ground);
        for (var lap = 0; lap < options.Laps; lap++)
        {
            ofFew.Add(await LapAsync(options, few));
            ofMany.Add(await LapAsync(options, many));
        }

        return (ofFew, ofMany);
    }

    private static async Task<double> LapAsync(GrowthOptions options, Ground ground)
    {
        var cases = await Workload.StartAsync(ground.Store, options.Cases, GrowthOptions.Workers);
        return (await Workload.CompleteAsync(ground.Store, cases, GrowthOptions.Workers)).PerSecond;
    }

    private static async Task ReadAsync(GrowthOptions options, Ground @base, Ground large, int closed, GrowthReport report)
    {
        foreach (var (name, read) in Readings.All)
        {
            foreach (var round in WarmUpRounds)
                foreach (var ground in new[] { @base, large }) await read(ground.Store, round, ground.Open);
            var (ofBase, ofLarge) = (new List<double>(), new List<double>());
            for (var at = 1; at <= options.Readings; at++)
            {
                ofBase.Add(await TimeAsync(() => read(@base.Store, at, @base.Open)));
                ofLarge.Add(await TimeAsync(() => read(large.Store, at, large.Open)));
            }

            report.Read(name, closed, ofBase, ofLarge);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> read)
    {
        var began = Stopwatch.GetTimestamp();
        await read();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>What busy cases that are held in memory cost: their states, up to the store's own limit.</summary>
    private static async Task MemoryAsync(Ground ground, GrowthReport report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = Math.Min(100_000, ground.Open);
        var store = ground.Store.Get<CaseStore>();
        for (var at = 0; at < count; at++) await store.LoadAsync(Dialect.IdOf(Filling.OpenSeries, at), fresh: false);
        report.Memory(before, GC.GetTotalMemory(forceFullCollection: true), count, Environment.WorkingSet);
    }
}
