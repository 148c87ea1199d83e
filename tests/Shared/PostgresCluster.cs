using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CaseFlow.TestSupport;

/// <summary>
/// A PostgreSQL server of the tests' own, in a folder that is thrown away: started when the fixture is, with durability off unless asked for, on a free loopback port.
/// Binaries come from <c>PGBIN</c> or the newest of Debian's. <see cref="Unavailable"/> says why there is none; tests skip with that reason.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const string Account = "postgres";
    private const string Settings = "-c listen_addresses=127.0.0.1 -c max_connections=600";
    private const string Careless = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private static readonly string? Binaries = FindBinaries();

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static readonly bool AsAccount = Environment.UserName == "root";

    private readonly string _folder = Path.Combine(Environment.GetEnvironmentVariable("CASEFLOW_POSTGRES_FOLDER") ?? "/tmp", $"caseflow-pg-{Environment.ProcessId}-{Path.GetRandomFileName()}");
    private readonly ConcurrentDictionary<string, Lazy<Task>> _templates = [];
    private int _databases;
    private int _port;

    /// <summary>Why no server can be started here; null: one can.</summary>
    public static string? Unavailable { get; } =
        Binaries is null ? "No PostgreSQL: install Debian's postgresql, or name its folder of binaries in PGBIN."
        : AsAccount && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Account + ":", StringComparison.Ordinal)) ? "No account 'postgres' to run PostgreSQL under, which refuses to run as root."
        : null;

    /// <summary>The path of one of PostgreSQL's programs.</summary>
    public static string Program(string name) => Binary(name);

    public static void SkipWithoutPostgres() => Skip.If(Unavailable is not null, Unavailable);

    /// <summary>True: what is committed survives a stop of the server.</summary>
    public bool Durable { get; init; }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={Account};Database={database};Max Auto Prepare=20";

    public async Task InitializeAsync()
    {
        if (Unavailable is not null) return;
        await RunAsync("/bin/mkdir", "-m", "700", _folder);
        await RunAsync(Binary("initdb"), "-D", Data, "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions");
        for (var attempt = 1; ; attempt++)
        {
            _port = FreePort();
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Another process took the port between the look and the start.
            }
        }
    }

    /// <summary>Ends the server as a power cut would: connections break, nothing is told to anybody.</summary>
    public Task StopAsync() => RunAsync(Binary("pg_ctl"), "-D", Data, "-s", "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again, where it was.</summary>
    public Task StartAsync() => RunAsync(
        Binary("pg_ctl"), "-D", Data, "-s", "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -c unix_socket_directories={_folder} {Settings}{(Durable ? "" : Careless)}", "start");

    /// <summary>An empty database. Returns its connection string.</summary>
    public async Task<string> NewDatabaseAsync() => await CreateAsync("template1");

    /// <summary>A database like the named template, which is prepared once. Copying is many times faster than preparing.</summary>
    /// <param name="prepare">Fills the template, given its connection string; must leave no connection open.</param>
    public async Task<string> NewDatabaseAsync(string template, Func<string, Task> prepare)
    {
        await _templates.GetOrAdd(template, name => new Lazy<Task>(() => PrepareAsync(name, prepare))).Value;
        return await CreateAsync(template);
    }

    public async Task DisposeAsync()
    {
        if (Unavailable is not null) return;
        NpgsqlConnection.ClearAllPools();
        await StopAsync();
        await RunAsync("/bin/rm", "-rf", _folder);
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task PrepareAsync(string template, Func<string, Task> prepare)
    {
        await ExecuteAsync($"CREATE DATABASE {template}");
        await prepare(ConnectionString(template) + ";Pooling=false");
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return ConnectionString(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Output is inherited, not piped: the server would keep a pipe open, and whoever reads it to the end would wait for ever.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(AsAccount ? "runuser" : program) { WorkingDirectory = "/", RedirectStandardInput = true };
        foreach (var argument in AsAccount ? ["-u", Account, "--", program, .. arguments] : arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Expected {program} to start, but no process came up.");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Expected {program} to succeed, but it ended with {process.ExitCode}.");
    }

    private static string Binary(string name) => Path.Combine(Binaries!, name);

    private static string? FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        IEnumerable<string?> folders = [Environment.GetEnvironmentVariable("PGBIN")];
        if (Directory.Exists(debian))
            folders = folders.Concat(Directory.GetDirectories(debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin")));
        return folders.FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "initdb")));

        static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
