using CaseFlow.Runtime;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseFlow.Benchmarks.Support;

/// <summary>A runtime on a fresh database.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Store(ServiceProvider services) => _services = services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="adapt">Changes services before they are built, say to listen in.</param>
    public static async Task<Store> OpenAsync(DatabaseProvider provider, string connection, Action<IServiceCollection>? adapt = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider is DatabaseProvider.Sqlite ? "sqlite" : "postgres",
            ["Database:ConnectionString"] = connection,
        };
        var services = new ServiceCollection().AddLogging();
        services.AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        adapt?.Invoke(services);
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
