using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Growth;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Startup;

/// <summary>How long the real host takes until it is ready, on a database without cases and on one with a million.</summary>
internal static class StartupBenchmark
{
    public static async Task<int> RunAsync(StartupOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-").FullName;
        ThrowAwayPostgres? server = null;
        try
        {
            if (options.Provider is DatabaseProvider.Postgres && options.Connection is null) server = await ThrowAwayPostgres.StartAsync();
            await RunAsync(options, folder, name => DatabaseAsync(options, server?.ConnectionString ?? options.Connection, folder, name));
            return 0;
        }
        finally
        {
            if (server is not null) await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(StartupOptions options, string folder, Func<string, Task<string>> database)
    {
        var (empty, full) = (await database("bench_empty"), await database("bench_full"));
        var templates = await Ground.PrepareAsync(options.Provider, await database("bench_templates"));
        await (await templates.CopyAsync(full, options.Cases)).DisposeAsync();
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
        Console.WriteLine(Line(string.Create(CultureInfo.InvariantCulture, $"{options.Cases:N0} open cases"), full));
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

    private static Task<string> DatabaseAsync(StartupOptions options, string? server, string folder, string name) =>
        options.Provider is DatabaseProvider.Sqlite ? Task.FromResult($"Data Source={Path.Combine(folder, name)}.db") : Store.NewDatabaseAsync(server!, name);
}
