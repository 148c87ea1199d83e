using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Nodes;

/// <summary>
/// The same work by one process and by three on one PostgreSQL with fsync on this machine: cases that are shared out, and cases that
/// all of them work on at once. More nodes than processors can't be faster; they must not be slower.
/// </summary>
internal static class NodesBenchmark
{
    private const int Many = 3;
    private const int WarmUpCases = 600;

    /// <summary>Laps of 15,000 completions until the runtime compiles next to nothing anew: 15,000, 280, 250, 180 methods.</summary>
    private const int WarmUpLaps = 3;

    private static readonly int[] All = [.. Enumerable.Range(0, Many)];

    public static async Task<int> RunAsync(string[] options)
    {
        if (Array.IndexOf(options, "--provider") is >= 0 and var at && at + 1 < options.Length && options[at + 1] != "postgres")
        {
            Console.Error.WriteLine($"Expected --provider postgres: several nodes need a server, but found '{options[at + 1]}'.");
            return 2;
        }

        var quick = options.Contains("--quick");
        await using var server = await ThrowAwayPostgres.StartAsync();
        var connection = await Store.NewDatabaseAsync(server.ConnectionString, "bench_nodes");
        await using var store = await Store.OpenAsync(DatabaseProvider.Postgres, connection);
        await Workload.PublishAsync(store);
        await RunAsync(store, connection, quick);
        return 0;
    }

    private static async Task RunAsync(Store store, string connection, bool quick)
    {
        var (cases, atMost) = quick ? (300, TimeSpan.FromSeconds(15)) : (3000, TimeSpan.FromMinutes(3));
        await using var crew = await NodeCrew.StartAsync(connection, Many);
        var (one, many, contended) = (new List<NodeLap>(), new List<NodeLap>(), new List<NodeLap>());
        // Every process has compiled its code before anything counts; else three would be held against one that had three times the practice.
        foreach (var node in All)
            for (var lap = 0; lap < (quick ? 1 : WarmUpLaps); lap++) await LapAsync(store, crew, [node], Math.Max(cases, WarmUpCases), false);
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < 2 || Stopwatch.GetElapsedTime(began) < atMost; round++)
        {
            one.Add(await LapAsync(store, crew, [round % Many], cases, false));
            many.Add(await LapAsync(store, crew, All, cases, false));
            contended.Add(await LapAsync(store, crew, All, cases / 10, true));
        }

        Report(NodeLap.Sum(one), NodeLap.Sum(many), NodeLap.Sum(contended), one.Count, cases);
    }

    /// <param name="same">Every node works on all the cases; else each on its share.</param>
    private static async Task<NodeLap> LapAsync(Store store, NodeCrew crew, int[] nodes, int cases, bool same)
    {
        var ids = await Workload.StartAsync(store, cases, NodeCrew.Workers);
        return await crew.CompleteAsync(nodes, turn => same ? ids : [.. ids.Where((_, at) => at % nodes.Length == turn)]);
    }

    private static void Report(NodeLap one, NodeLap many, NodeLap contended, int rounds, int cases)
    {
        Console.WriteLine($"PostgreSQL, {NodeCrew.Workers} clients in all, {rounds} rounds of {cases} cases of 5 tasks; contended: every node on the same {cases / 10} cases");
        Console.WriteLine("                    completions/s    p50 ms  conflicts   refused");
        Console.WriteLine(Line("1 node", one));
        Console.WriteLine(Line($"{Many} nodes", many));
        Console.WriteLine(Line($"{Many} nodes, contended", contended));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            ratio = Math.Round(many.PerSecond / one.PerSecond, 3),
            casesPerSecond = Math.Round(many.PerSecond, 1),
            oneNodePerSecond = Math.Round(one.PerSecond, 1),
            p50Ratio = Math.Round(many.P50 / one.P50, 3),
            conflicts = many.Conflicts,
            contendedPerSecond = Math.Round(contended.PerSecond, 1),
            contendedConflicts = contended.Conflicts,
        }));
    }

    private static string Line(string name, NodeLap lap) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-20} {lap.PerSecond,12:F0} {lap.P50,9:F2} {lap.Conflicts,10} {lap.Refused,9}");
}
