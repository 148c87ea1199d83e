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

    public Store Store => _store ?? throw new InvalidOperationException("Expected a prepared database.");

    public static async Task<Ground> PrepareAsync(DatabaseProvider provider, string connection, int open)
    {
        var ground = new Ground(provider, connection, open);
        ground._store = await Store.OpenAsync(provider, connection);
        await City.BuildAsync(ground.Store);
        await Workload.PublishAsync(ground.Store);
        ground._templates = await Templates.MakeAsync(ground.Store);
        await ground.FillAsync(ground._templates.Open, open, isOpen: true);
        return ground;
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

    public Task AddClosedAsync(int count) => FillAsync(_templates.Closed, count, isOpen: false);

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
        await new Filling(provider, connection).FillAsync(columns, templates, count, isOpen, people, isOpen ? 0 : people, TimeProvider.System.GetUtcNow());
        _store = await Store.OpenAsync(provider, connection);
    }
}
