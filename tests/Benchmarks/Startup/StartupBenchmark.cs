using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Growth;

namespace CaseFlow.Benchmarks.Startup;

/// <summary>How long the real host takes until it is ready, on a database without cases and on one with a million.</summary>
internal static class StartupBenchmark
{
    public static async Task<int> RunAsync(StartupOptions options)
    {
        await using var grounds = await Grounds.StartAsync(options.Provider, options.Folder);
        var empty = await grounds.NewAsync("bench_empty");
        var ground = await grounds.FindAsync(options.Cases, options.Closed) ?? (options.Closed == 0 ? await grounds.FillAsync(options.Cases) : null);
        if (ground is null)
        {
            Console.Error.WriteLine($"Expected {options.Cases} open and {options.Closed} closed cases in {grounds.Folder}: the benchmark growth fills them.");
            return 2;
        }

        await ground.DisposeAsync();
        await RunAsync(options, grounds.Folder, empty, ground.Connection);
        return 0;
    }

    private static async Task RunAsync(StartupOptions options, string folder, string empty, string full)
    {
        Task<Start> StartAsync(string connection) => WebProcess.MeasureAsync(options.Provider, connection, folder, City.Tenant);
        var first = await StartAsync(empty);
        await StartAsync(full);
        var (ofEmpty, ofFull) = (new List<Start>(), new List<Start>());
        for (var lap = 0; lap < options.Laps; lap++)
        {
            ofEmpty.Add(await StartAsync(empty));
            ofFull.Add(await StartAsync(full));
        }

        Report(options, first, Median(ofEmpty), Median(ofFull));
    }

    private static void Report(StartupOptions options, Start first, Start empty, Start full)
    {
        var ratio = full.Time / empty.Time;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Provider}: until /health/ready answers 200, median of {options.Laps} starts, alternating"));
        Console.WriteLine();
        Console.WriteLine("| database | ready after | resident memory then |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(Line("new: schema made, flows published", first));
        Console.WriteLine(Line("no cases", empty));
        Console.WriteLine(Line(string.Create(CultureInfo.InvariantCulture, $"{options.Cases:N0} open cases, {options.Closed:N0} closed"), full));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            ratio = Math.Round(ratio, 3),
            emptySeconds = Math.Round(empty.Time.TotalSeconds, 2),
            fullSeconds = Math.Round(full.Time.TotalSeconds, 2),
            memoryMegabytes = full.Memory / 1048576,
        }));
    }

    private static string Line(string name, Start start) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {start.Time.TotalSeconds:F2} s | {start.Memory / 1048576:N0} MB |");

    private static Start Median(List<Start> starts) => starts.OrderBy(start => start.Time).ElementAt((starts.Count - 1) / 2);
}
