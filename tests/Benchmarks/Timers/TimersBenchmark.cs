using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>
/// Timers due at one instant against the rate at which people's tasks of like cases are completed in the same run; how late timers are that
/// come due steadily; how soon a node is ready beside very many that wait, and that each fires once on several nodes.
/// </summary>
internal static class TimersBenchmark
{
    public static async Task<int> RunAsync(TimersOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-").FullName;
        ThrowAwayPostgres? server = null;
        try
        {
            if (options.Provider is DatabaseProvider.Postgres && options.Connection is null) server = await ThrowAwayPostgres.StartAsync();
            await RunAsync(options, name => options.Provider is DatabaseProvider.Sqlite
                ? Task.FromResult($"Data Source={Path.Combine(folder, name)}.db")
                : Store.NewDatabaseAsync(server?.ConnectionString ?? options.Connection!, name));
            return 0;
        }
        finally
        {
            if (server is not null) await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(TimersOptions options, Func<string, Task<string>> database)
    {
        var connection = await database("bench_timers");
        Laps completions;
        double fires;
        await using (var store = await Store.OpenAsync(options.Provider, connection, FiredTimes.Adapt))
        {
            await TimerCases.PublishAsync(store);
            await BurstAsync(store, options with { Burst = 200 });
            (completions, fires) = await BurstAsync(store, options);
        }

        var lateness = await SteadyAsync(options, connection);
        var crowd = await CrowdAsync(options, connection);
        var all = options.Fired > 0 ? await AllAtOnce.RunAsync(options, await database("bench_timers_all")) : null;
        Report(options, completions, fires, lateness, crowd, all);
    }

    /// <summary>The same number of tasks completed by workers, then of timers fired that were due at one instant; states are read afresh for the timers.</summary>
    private static async Task<(Laps Completions, double FiresPerSecond)> BurstAsync(Store store, TimersOptions options)
    {
        var tasks = await TimerCases.StartTasksAsync(store, options.Burst, options.Workers);
        var timers = await TimerCases.StartTimersAsync(store, options.Burst, options.Workers, _ => store.Get<CaseRunner>().Now);
        var completions = await TimerCases.CompleteAsync(store, tasks, options.Workers);
        timers.ForEach(store.Get<CaseStore>().Forget);
        var (sweep, began, fired) = (store.Get<DueSweep>(), Stopwatch.GetTimestamp(), 0);
        while (fired < options.Burst) fired += await sweep.SweepAsync(default);
        return (completions, fired / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<double[]> SteadyAsync(TimersOptions options, string connection)
    {
        await using var node = await Node.StartAsync(options, connection);
        var count = options.Seconds * TimersOptions.PerSecond;
        var first = TimeProvider.System.GetUtcNow().AddSeconds(5 + (count / 1000));
        var cases = await TimerCases.StartTimersAsync(node.Store, count, options.Workers, n => first.AddMilliseconds(n * 1000.0 / TimersOptions.PerSecond));
        await UntilAsync(() => Task.FromResult(node.Fired.Durable.Count >= count), TimeSpan.FromSeconds(options.Seconds + 120));
        return [.. (await DueTimesAsync(node, cases)).Select(late => Math.Max(0, late)).Order()];
    }

    /// <summary>Milliseconds from each timer's due time to when its firing was durable.</summary>
    private static async Task<List<double>> DueTimesAsync(Node node, List<Guid> cases)
    {
        var late = new List<double>(cases.Count);
        foreach (var caseId in cases)
        {
            var state = (await node.Store.Get<CaseStore>().LoadAsync(caseId, fresh: true))!.State;
            var due = DateTimeOffset.Parse(((FeelString)state.Variables.Find("at")!).Value, CultureInfo.InvariantCulture);
            late.Add((node.Fired.Durable[caseId] - due).TotalMilliseconds);
        }

        return late;
    }

    private static async Task<Crowd> CrowdAsync(TimersOptions options, string connection)
    {
        await using (var store = await Store.OpenAsync(options.Provider, connection)) await PendingTimers.AddAsync(store.Get<Database>(), options.Provider, options.Pending);
        var before = Stopwatch.GetTimestamp();
        await using var first = await Node.StartAsync(options, connection);
        await first.Store.Get<DueSweep>().SweepAsync(default);
        var ready = Stopwatch.GetElapsedTime(before);
        var firedBefore = await PendingTimers.FiredAsync(first.Store.Get<Database>());
        var nodes = new List<Node> { first };
        // SQLite is for one node.
        if (options.Provider is DatabaseProvider.Postgres)
            for (var node = 1; node < 3; node++)
                nodes.Add(await Node.StartAsync(options, connection));
        var at = TimeProvider.System.GetUtcNow().AddSeconds(2 + (options.Due / 500));
        await TimerCases.StartTimersAsync(first.Store, options.Due, options.Workers, _ => at);
        await UntilAsync(async () => await PendingTimers.FiredAsync(first.Store.Get<Database>()) - firedBefore >= options.Due, TimeSpan.FromSeconds(120));
        var last = nodes.SelectMany(node => node.Fired.Durable.Values).Max();
        var crowd = new Crowd(
            ready, (last - at).TotalSeconds, await PendingTimers.FiredAsync(first.Store.Get<Database>()) - firedBefore,
            [.. nodes.Select(node => node.Fired.Durable.Count)], nodes.Sum(node => node.Fired.Conflicts));
        foreach (var node in nodes.Skip(1)) await node.DisposeAsync();
        return crowd;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        while (!await holds()) await Task.Delay(50, limit.Token);
    }

    private static void Report(TimersOptions options, Laps completions, double fires, double[] late, Crowd crowd, AllFired? all)
    {
        Console.WriteLine($"{options.Provider}, {options.Burst} timers at one instant, {TimersOptions.PerSecond}/s for {options.Seconds} s, {options.Pending} pending");
        Console.WriteLine();
        Console.WriteLine("| | |");
        Console.WriteLine("|---|---|");
        Line("tasks completed a second", completions.PerSecond, "F0");
        Line("timers fired a second", fires, "F0");
        Line("steady: p50 late, ms", At(late, 0.5), "F0");
        Line("steady: p99 late, ms", At(late, 0.99), "F0");
        Line("steady: most late, ms", late[^1], "F0");
        Line("pending: ready after, s", crowd.Ready.TotalSeconds, "F2");
        Line("pending: due ones all fired after, s", crowd.Seconds, "F2");
        Console.WriteLine($"| pending: fired by each node ({crowd.Fired} of {options.Due}) | {string.Join(", ", crowd.ByNode)} |");
        if (all is not null)
        {
            Line($"{all.Count} due at one moment: a node ready beside them after, s", all.Ready.TotalSeconds, "F2");
            Line($"{all.Count} due at one moment: each fired once after, s", all.Seconds, "F0");
            Console.WriteLine($"| {all.Count} due at one moment: fired by each node | {string.Join(", ", all.ByNode)} |");
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            ratio = Math.Round(fires / completions.PerSecond, 3),
            casesPerSecond = Math.Round(fires, 1),
            rawPerSecond = Math.Round(completions.PerSecond, 1),
            p50Ratio = (double?)null,
            p50LateMs = Math.Round(At(late, 0.5)),
            p99LateMs = Math.Round(At(late, 0.99)),
            readySeconds = Math.Round(crowd.Ready.TotalSeconds, 2),
            pending = options.Pending,
            due = options.Due,
            fired = crowd.Fired,
            conflicts = crowd.Conflicts,
            allFired = all?.Count,
            allReadySeconds = all is null ? (double?)null : Math.Round(all.Ready.TotalSeconds, 2),
            allSeconds = all is null ? (double?)null : Math.Round(all.Seconds, 1),
            allConflicts = all?.Conflicts,
        }));
    }

    private static void Line(string name, double value, string format) => Console.WriteLine($"| {name} | {value.ToString(format, CultureInfo.InvariantCulture)} |");

    private static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];

    private sealed record Crowd(TimeSpan Ready, double Seconds, int Fired, int[] ByNode, int Conflicts);
}
