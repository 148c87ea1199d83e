using CaseFlow.Runtime;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>A runtime on a fresh database.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Store(ServiceProvider services) => _services = services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<Store> OpenAsync(DatabaseProvider provider, string connection)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider is DatabaseProvider.Sqlite ? "sqlite" : "postgres",
            ["Database:ConnectionString"] = connection,
        };
        var services = new ServiceCollection().AddLogging();
        services.AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var inner = services.Last(service => service.ServiceType == typeof(ICaseDatabase));
        services.RemoveAll<ICaseDatabase>();
        services.AddSingleton(host => new RecordingDatabase((ICaseDatabase)ActivatorUtilities.CreateInstance(host, inner.ImplementationType!)));
        services.AddSingleton<ICaseDatabase>(host => host.GetRequiredService<RecordingDatabase>());
        var store = new Store(services.BuildServiceProvider());
        await store.Get<DatabaseMigrator>().MigrateAsync();
        return store;
    }

    /// <summary>An empty database on the server.</summary>
    public static async Task<string> NewDatabaseAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"drop database if exists {name} with (force)", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"create database {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
