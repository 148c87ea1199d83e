using CaseFlow.Activities;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Storage.Sqlite;
using CaseFlow.Runtime.Tests.Storage.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>A runtime on a database of its own, thrown away with it.</summary>
internal sealed class Bureau : IAsyncDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("caseflow-test-").FullName;
    private readonly IHost _host;

    private static int _nodes;

    private Bureau(string? postgres, IActivity? activity, string? file = null, ILoggerProvider? log = null)
    {
        ConnectionString = postgres;
        var settings = new Dictionary<string, string?>
        {
            ["CASEFLOW_DATA"] = _folder,
            ["Node:Name"] = NodeName,
            ["Database:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Database:ConnectionString"] = postgres ?? (file is null ? null : $"Data Source={file}"),
        };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddCaseFlowRuntime(builder.Configuration);
        builder.Services.ConfigureDbContext<SqliteCaseFlowDbContext>(options => options.AddInterceptors(QueryTwin.Instance));
        builder.Services.ConfigureDbContext<PostgresCaseFlowDbContext>(options => options.AddInterceptors(QueryTwin.Instance));
        if (activity is not null) builder.Services.RemoveAll<IActivity>().AddSingleton(activity);
        if (log is not null) builder.Logging.AddProvider(log);
        _host = builder.Build();
    }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    public string NodeName { get; } = $"node-{Interlocked.Increment(ref _nodes)}";

    /// <summary>Of the PostgreSQL database; null on SQLite.</summary>
    public string? ConnectionString { get; }

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(_folder, "caseflow.db");

    public Database Database => Get<Database>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Starts what works by itself: Quartz, sweeps, outbox. Without it a test sweeps by hand.</summary>
    public Task RunAsync() => _host.StartAsync();

    /// <param name="activity">In place of the installed ones.</param>
    public static async Task<Bureau> OpenAsync(string? postgres = null, IActivity? activity = null)
    {
        var bureau = new Bureau(postgres, activity);
        await bureau.Get<DatabaseMigrator>().MigrateAsync();
        return bureau;
    }

    /// <summary>Another process on the same database.</summary>
    public Task<Bureau> SecondNodeAsync() => NodeAsync(ConnectionString is null ? DatabaseFile : null);

    /// <param name="file">A SQLite file; null: this one's PostgreSQL database.</param>
    public Task<Bureau> NodeAsync(string? file) => OnAsync(file is null ? ConnectionString : null, file, null);

    /// <summary>A node on a database that is there, of which one is named.</summary>
    /// <param name="log">Hears what the node logs; null: nobody does.</param>
    public static async Task<Bureau> OnAsync(string? postgres, string? file, IActivity? activity, ILoggerProvider? log = null)
    {
        var node = new Bureau(postgres, activity, file, log);
        await node.Get<DatabaseMigrator>().MigrateAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        SqliteConnection.ClearAllPools();
        // The pools of databases that are done with would use up the server's connections.
        if (ConnectionString is not null) NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        System.IO.Directory.Delete(_folder, recursive: true);
    }
}
