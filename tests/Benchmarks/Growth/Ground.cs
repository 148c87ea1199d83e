using CaseFlow.Benchmarks.Durable;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>A database with a city, its template cases and so many copies.</summary>
internal sealed class Ground(DatabaseProvider provider, string connection, int open) : IAsyncDisposable
{
    private (List<Guid> Open, List<Guid> Closed) _templates;
    private Store? _store;

    public int Open => open;

    public string Connection => connection;

    public Store Store => _store ?? throw new InvalidOperationException("Expected a prepared database.");

    /// <summary>A database with the city and the template cases only, to be copied.</summary>
    public static async Task<Ground> PrepareAsync(DatabaseProvider provider, string connection)
    {
        var ground = new Ground(provider, connection, 0);
        ground._store = await Store.OpenAsync(provider, connection);
        await City.BuildAsync(ground.Store);
        await Workload.PublishAsync(ground.Store);
        await Templates.MakeAsync(ground.Store);
        await ground.DisposeAsync();
        return await FindTemplatesAsync(provider, connection);
    }

    /// <summary>The template cases of a database that was prepared before.</summary>
    public static async Task<Ground> FindTemplatesAsync(DatabaseProvider provider, string connection)
    {
        var ground = await OpenAsync(provider, connection, 0);
        ground._templates = await Templates.FindAsync(ground.Store);
        await ground.DisposeAsync();
        return ground;
    }

    /// <summary>A database that was filled before.</summary>
    public static async Task<Ground> OpenAsync(DatabaseProvider provider, string connection, int open) =>
        new(provider, connection, open) { _store = await Store.OpenAsync(provider, connection) };

    /// <param name="to">A database that isn't there yet (SQLite), or is empty and is replaced.</param>
    public async Task<Ground> CopyAsync(string to, int cases)
    {
        if (provider is DatabaseProvider.Sqlite) File.Copy(new SqliteConnectionStringBuilder(connection).DataSource, new SqliteConnectionStringBuilder(to).DataSource);
        else await CopyDatabaseAsync(new NpgsqlConnectionStringBuilder(connection).Database!, new NpgsqlConnectionStringBuilder(to));
        var ground = await OpenAsync(provider, to, cases);
        await ground.FillAsync(_templates.Open, cases, isOpen: true);
        return ground;
    }

    private static async Task CopyDatabaseAsync(string template, NpgsqlConnectionStringBuilder to)
    {
        var server = new NpgsqlConnectionStringBuilder(to.ConnectionString) { Database = "postgres" }.ConnectionString;
        await ThrowAwayPostgres.RunAsync(server, $"drop database if exists {to.Database} with (force)");
        await ThrowAwayPostgres.RunAsync(server, $"create database {to.Database} template {template}");
    }

    /// <summary>Bytes of the database.</summary>
    public async Task<long> SizeAsync()
    {
        if (provider is DatabaseProvider.Sqlite) return new FileInfo(new SqliteConnectionStringBuilder(connection).DataSource).Length;
        await using var asking = new NpgsqlConnection(connection);
        await asking.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_database_size(current_database())", asking);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public Task AddClosedAsync(Ground templates, int count) => FillAsync(templates._templates.Closed, count, isOpen: false);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        _store = null;
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>The runtime is closed meanwhile: SQLite's journal is switched off for the filling.</summary>
    private async Task FillAsync(List<Guid> templates, int count, bool isOpen)
    {
        var columns = Filling.Columns(Store);
        await DisposeAsync();
        var people = Readings.PeopleOf(open);
        await new Filling(provider, connection).FillAsync(columns, templates, count, isOpen, people, isOpen ? 0 : people, Filling.PlacesOf(open), TimeProvider.System.GetUtcNow());
        _store = await Store.OpenAsync(provider, connection);
    }
}
