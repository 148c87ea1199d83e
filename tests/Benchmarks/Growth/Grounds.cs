using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>The databases of a run: made when they aren't there yet, and kept when a folder for them was named, since millions of cases take a while to fill.</summary>
internal sealed class Grounds : IAsyncDisposable
{
    private readonly DatabaseProvider _provider;
    private readonly string _folder;
    private readonly bool _kept;
    private ThrowAwayPostgres? _server;
    private Ground? _templates;

    private Grounds(DatabaseProvider provider, string? folder) =>
        (_provider, _folder, _kept) = (provider, folder ?? Directory.CreateTempSubdirectory("caseflow-bench-").FullName, folder is not null);

    /// <summary>Where files of this run go.</summary>
    public string Folder => _folder;

    /// <param name="folder">Where the databases are kept and found again; null: they are thrown away.</param>
    public static async Task<Grounds> StartAsync(DatabaseProvider provider, string? folder)
    {
        var grounds = new Grounds(provider, folder);
        Directory.CreateDirectory(grounds._folder);
        if (provider is DatabaseProvider.Postgres) grounds._server = await ThrowAwayPostgres.StartAsync(folder);
        return grounds;
    }

    /// <summary>A database without anything in it, not even tables.</summary>
    public async Task<string> NewAsync(string name)
    {
        if (_server is not null) return await Store.NewDatabaseAsync(_server.ConnectionString, name);
        foreach (var file in Directory.GetFiles(_folder, $"{name}.db*")) File.Delete(file);
        return Connection(name);
    }

    public async Task<Ground?> FindAsync(int open, int closed)
    {
        var connection = Connection(NameOf(open, closed));
        return await ExistsAsync(connection) ? await Ground.OpenAsync(_provider, connection, open) : null;
    }

    /// <summary>A database with so many copies of open cases.</summary>
    public async Task<Ground> FillAsync(int open)
    {
        _templates ??= await TemplatesAsync();
        return await _templates.CopyAsync(Connection(NameOf(open, 0)), open);
    }

    /// <summary>The same database with closed cases beside, under its new name.</summary>
    public async Task<Ground> AddClosedAsync(Ground ground, int closed)
    {
        _templates ??= await TemplatesAsync();
        await ground.AddClosedAsync(_templates, closed);
        await ground.DisposeAsync();
        var (from, to) = (NameOf(ground.Open, 0), NameOf(ground.Open, closed));
        if (_server is null) File.Move(Path.Combine(_folder, from + ".db"), Path.Combine(_folder, to + ".db"));
        else await ThrowAwayPostgres.RunAsync(_server.ConnectionString, $"alter database {from} rename to {to}");
        return await Ground.OpenAsync(_provider, Connection(to), ground.Open);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (!_kept) Directory.Delete(_folder, recursive: true);
    }

    private async Task<Ground> TemplatesAsync()
    {
        var connection = Connection("bench_templates");
        if (await ExistsAsync(connection)) return await Ground.FindTemplatesAsync(_provider, connection);
        if (_server is not null) await ThrowAwayPostgres.RunAsync(_server.ConnectionString, "create database bench_templates");
        return await Ground.PrepareAsync(_provider, connection);
    }

    private static string NameOf(int open, int closed) => $"bench_{open}_{closed}";

    private string Connection(string name) => _server is null
        ? $"Data Source={Path.Combine(_folder, name)}.db"
        : new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name }.ConnectionString;

    private async Task<bool> ExistsAsync(string connection)
    {
        if (_server is null) return File.Exists(new SqliteConnectionStringBuilder(connection).DataSource);
        await using var asking = new NpgsqlConnection(_server.ConnectionString);
        await asking.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_database where datname = $1", asking) { Parameters = { new() { Value = new NpgsqlConnectionStringBuilder(connection).Database } } };
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }
}
