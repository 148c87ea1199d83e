using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CaseFlow.Benchmarks.Support;

/// <summary>
/// A PostgreSQL server for one run, with fsync on: what is measured is durable. Its memory and log are set as docs/operating.md says,
/// smaller: what PostgreSQL brings is meant for a machine of the nineties.
/// </summary>
internal sealed class ThrowAwayPostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _kept;

    private ThrowAwayPostgres(string? kept) => (_folder, _kept) = (kept ?? $"/tmp/caseflow-bench-pg-{Environment.ProcessId}", kept is not null);

    public string ConnectionString { get; private set; } = "";

    /// <param name="keep">A folder in which the server's data stay, and are found again; null: they are thrown away.</param>
    public static async Task<ThrowAwayPostgres> StartAsync(string? keep = null)
    {
        var server = new ThrowAwayPostgres(keep is null ? null : $"{keep.TrimEnd('/')}-pg");
        var port = FreePort();
        if (!Directory.Exists(server._folder))
        {
            await RunAsync("/bin/mkdir", "-m", "700", server._folder);
            await RunAsync(Binary("initdb"), "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        }

        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder} -c max_connections=200 -c shared_buffers=1GB -c max_wal_size=4GB";
        await RunAsync(Binary("pg_ctl"), "-D", server.Data, "-s", "-w", "-l", Path.Combine(server._folder, "log"), "-o", settings, "start");
        server.ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=64";
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Binary("pg_ctl"), "-D", Data, "-s", "-m", _kept ? "fast" : "immediate", "-w", "-t", "300", "stop");
        if (!_kept) await RunAsync("/bin/rm", "-rf", _folder);
    }

    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>PostgreSQL refuses to run as root. The server's output is inherited: it would hold a pipe open for ever.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var ends = !program.EndsWith("pg_ctl", StringComparison.Ordinal);
        var root = Environment.UserName == "root";
        var start = new ProcessStartInfo(root ? "runuser" : program) { WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = ends };
        foreach (var argument in root ? ["-u", "postgres", "--", program, .. arguments] : arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Expected {program} to start.");
        process.StandardInput.Close();
        if (ends) await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Expected {program} to succeed, but it ended with {process.ExitCode}.");
    }

    private static string Binary(string name)
    {
        var folders = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"Expected PostgreSQL's {name}, or --connection.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
