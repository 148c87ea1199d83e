using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Startup;

/// <summary>The real host in a process of its own.</summary>
internal static class WebProcess
{
    private const string Assembly = "src/Web/bin/Release/net10.0/CaseFlow.Web.dll";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts it, waits until it is ready, ends it.</summary>
    public static async Task<Start> MeasureAsync(DatabaseProvider provider, string connection, string folder, string tenant)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(Description(provider, connection, folder, tenant, address)) ?? throw new InvalidOperationException("Expected the host to start.");
        try
        {
            await ReadyAsync(process, address);
            return new Start(Stopwatch.GetElapsedTime(began), await MemoryAsync(process.Id));
        }
        finally
        {
            using var signal = Process.Start("/bin/kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!process.WaitForExit(TimeSpan.FromSeconds(30))) process.Kill();
        }
    }

    private static ProcessStartInfo Description(DatabaseProvider provider, string connection, string folder, string tenant, string address)
    {
        var root = Path.GetDirectoryName(SeedOptions.FindWorkflows(AppContext.BaseDirectory)) ?? throw new InvalidOperationException("Expected the folder workflows at or above the program.");
        var assembly = Path.Combine(root, Assembly);
        if (!File.Exists(assembly)) throw new InvalidOperationException($"Expected {assembly}, but it isn't built: dotnet build src/Web -c Release");
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", address, "--contentRoot", Path.Combine(root, "src/Web")]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "None";
        start.Environment["CASEFLOW_DATA"] = folder;
        start.Environment["Database__Provider"] = provider.ToString();
        start.Environment["ConnectionStrings__CaseFlow"] = connection;
        start.Environment["Tenant"] = tenant;
        return start;
    }

    private static async Task ReadyAsync(Process process, string address)
    {
        using var client = new HttpClient();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(Between))
        {
            if (process.HasExited) throw new InvalidOperationException($"Expected the host to run, but it ended with {process.ExitCode}.");
            try
            {
                using var answer = await client.GetAsync(new Uri($"{address}/health/ready"));
                if (answer.StatusCode is HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // It doesn't listen yet.
            }
        }

        throw new TimeoutException("Expected the host to be ready, but it is not.");
    }

    /// <summary>Resident bytes.</summary>
    private static async Task<long> MemoryAsync(int process)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <param name="Memory">Resident bytes when it was ready.</param>
internal sealed record Start(TimeSpan Time, long Memory);
