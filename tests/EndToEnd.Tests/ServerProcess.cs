using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>The real server, as a process of its own on a free loopback port, with a data folder of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly List<string> _log = [];
    private Process _process;

    private readonly string? _postgres;

    private ServerProcess(Uri address, string data, string? postgres)
    {
        _postgres = postgres;
        Address = address;
        Data = data;
        _process = Launch();
    }

    public Uri Address { get; }

    /// <summary>The data folder: database and keys.</summary>
    public string Data { get; }

    /// <summary>From process start to the first 200 of <c>/health/ready</c>.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <param name="postgres">Connection string of a database that other servers may share; null: SQLite in the data folder.</param>
    public static async Task<ServerProcess> StartAsync(string? postgres = null)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("caseflow-e2e-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = new ServerProcess(address, data, postgres);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>SIGKILL: no farewell, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts again on the same address and data.</summary>
    public async Task RestartAsync()
    {
        _process.Dispose();
        _process = Launch();
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        System.IO.Directory.Delete(Data, recursive: true);
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(RepositoryRoot.Path, "src", "Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(WebAssembly());
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address.ToString());
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["CASEFLOW_DATA"] = Data;
        if (_postgres is not null)
        {
            start.Environment["Database__Provider"] = "postgres";
            start.Environment["ConnectionStrings__CaseFlow"] = _postgres;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("Expected the server to start, but no process came up.");
    }

    private static string WebAssembly()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(RepositoryRoot.Path, "src", "Web", "bin", configuration, "net10.0", "CaseFlow.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync(http))
        {
            if (_process.HasExited || clock.Elapsed > StartLimit)
                throw new InvalidOperationException("Expected the server to become ready, but it did not:\n" + string.Join('\n', _log));
            await poll.WaitForNextTickAsync();
        }

        TimeToReady = clock.Elapsed;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (_log) _log.Add(line.Data);
    }
}
