using System.Data.Common;
using System.Globalization;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>Multiplies template cases with their rows in every table, by SQL. Indexes are taken away meanwhile.</summary>
internal sealed class Filling(DatabaseProvider provider, string connectionString)
{
    public const string OpenSeries = "0002";
    public const string ClosedSeries = "0001";
    public const int PlacesOfRoad = 3;

    /// <summary>Open cases at one place.</summary>
    public const int CasesOfPlace = 7;

    public const int OpenEvents = 8;
    public const int ClosedEvents = 3;

    /// <summary>One of so many cases is somebody's already.</summary>
    public const int Assigned = 3;

    private const int AtOnce = 50_000;
    private const string Tables = "'cases', 'case_events', 'tasks', 'clocks', 'due_rows', 'subscriptions', 'people', 'evaluations'";
    /// <summary>Open cases that one person has to handle.</summary>
    private const int CasesOfPerson = 15;

    /// <summary>Of the copies, one after another: a whole set of templates for each community in turn.</summary>
    private static string Community(int templates) => string.Create(CultureInfo.InvariantCulture, $"(n.i / {templates} % {City.Communities})");


    private readonly Dialect _sql = new(provider);

    /// <summary>Public number of the copy with that place.</summary>
    public static string NumberOf(string series, int at) => string.Create(CultureInfo.InvariantCulture, $"{(series == OpenSeries ? 250000 : 150000) + (at / 60000):D6}-{at % 60000:D5}");

    /// <summary>People who handle cases in each community.</summary>
    public static int HandlersOf(int open) => Math.Max(1, open / Assigned / CasesOfPerson / City.Communities);

    /// <summary>A larger city has more places, not more open cases at each.</summary>
    public static int PlacesOf(int open) => Math.Max(1, open / CasesOfPlace);

    public static string RoadOf(int at, int open) => string.Create(CultureInfo.InvariantCulture, $"幸福{at % PlacesOf(open) / PlacesOfRoad}路");

    public static string PlaceOf(int at, int open) => string.Create(CultureInfo.InvariantCulture, $"{RoadOf(at, open)}{at % PlacesOf(open) % PlacesOfRoad}号");

    public static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"138{person:D8}");

    /// <param name="columns">Every table's columns.</param>
    /// <param name="people">How many people the cases are of.</param>
    /// <param name="known">How many of them are there already.</param>
    /// <param name="places">How many places they are at.</param>
    public async Task FillAsync(IReadOnlyDictionary<string, string[]> columns, IReadOnlyList<Guid> templates, int count, bool open, int people, int known, int places, DateTimeOffset now)
    {
        await using var connection = await OpenAsync();
        string[] tables = open ? ["cases", "case_events", "tasks", "clocks", "due_rows", "subscriptions"] : ["cases", "case_events", "clocks", "evaluations"];
        await PrepareAsync(connection, templates, tables, open, Math.Max(count, people));
        var indexes = await IndexesAsync(connection);
        foreach (var (name, _) in indexes) await RunAsync(connection, $"drop index {name}");
        if (people > known) await RunAsync(connection, People(known, people));
        for (var from = 0; from < count; from += AtOnce)
            foreach (var table in tables) await RunAsync(connection, Copies(table, columns[table], from, Math.Min(from + AtOnce, count), count, open, people, places, now));
        foreach (var (_, definition) in indexes) await RunAsync(connection, definition);
        foreach (var table in tables.Select(TemplatesOf).Append("bench_numbers").Append("bench_templates")) await RunAsync(connection, $"drop table {table}");
        // Else autovacuum would begin with all that was filled just when the measuring begins.
        await RunAsync(connection, _sql.IsSqlite ? "analyze" : "vacuum (analyze)");
        await RunAsync(connection, _sql.IsSqlite ? "pragma journal_mode=wal" : "checkpoint");
        if (_sql.IsSqlite) FlushToDisk();
    }

    /// <summary>Else the first durable commits that are measured would wait until all that was filled is on the disk.</summary>
    private void FlushToDisk()
    {
        using var file = File.OpenHandle(new SqliteConnectionStringBuilder(connectionString).DataSource, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public static IReadOnlyDictionary<string, string[]> Columns(Store store)
    {
        using var context = store.Get<Database>().OpenUnscoped();
        return context.Model.GetEntityTypes().Where(type => type.ClrType.Namespace == typeof(CaseRecord).Namespace)
            .ToDictionary(type => type.GetTableName()!, type => type.GetProperties().Select(property => property.GetColumnName()).ToArray());
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _sql.IsSqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString)
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, _sql.IsSqlite
            ? "pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-300000; pragma temp_store=file; pragma analysis_limit=2000"
            : "set synchronous_commit=off; set maintenance_work_mem='512MB'; set max_parallel_maintenance_workers=2");
        return connection;
    }

    private async Task<List<(string Name, string Definition)>> IndexesAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _sql.Indexes(Tables);
        var found = new List<(string, string)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    private async Task PrepareAsync(DbConnection connection, IReadOnlyList<Guid> templates, string[] tables, bool open, int most)
    {
        await RunAsync(connection, "create table bench_numbers (i bigint primary key); insert into bench_numbers values (0)");
        for (var size = 1; size < most; size *= 2) await RunAsync(connection, $"insert into bench_numbers select i + {size} from bench_numbers where i + {size} < {most}");
        await RunAsync(connection, $"create table bench_templates (slot int primary key, case_id {(_sql.IsSqlite ? "text" : "uuid")})");
        for (var slot = 0; slot < templates.Count; slot++)
            await RunAsync(connection, $"insert into bench_templates values ({slot}, '{(_sql.IsSqlite ? templates[slot].ToString().ToUpperInvariant() : templates[slot])}')");
        _slots = templates.Count;
        foreach (var table in tables)
            await RunAsync(connection, $"create table {TemplatesOf(table)} as select x.* from {table} x where {KeyOf(table)} in (select case_id from bench_templates){(table == "case_events" ? $" and {Events(open)}" : "")}");
    }

    private int _slots;

    private string People(int known, int people) =>
        $"insert into people (id, tenant, name, phone, created_at) select 'p' || {_sql.Text("n.i")}, '{City.Tenant}', '居民' || {_sql.Text("n.i")}, '138' || {_sql.Padded("n.i", 8)}, {_sql.Time("1700000000000")} "
        + $"from bench_numbers n where n.i >= {known} and n.i < {people}";

    private string Copies(string table, string[] columns, int from, int to, int count, bool open, int people, int places, DateTimeOffset now)
    {
        var values = new CopiedValues(_sql, _slots, open, count, people, places, now);
        var made = columns.Where(column => _sql.IsSqlite || table != "case_events" || column is not ("position" or "transaction_id")).ToArray();
        return $"insert into {table} ({string.Join(", ", made.Select(Quoted))}) select {string.Join(", ", made.Select(column => values.Of(table, column)))} "
            + $"from bench_numbers n join bench_templates t on t.slot = n.i % {_slots} join {TemplatesOf(table)} x on {KeyOf(table)} = t.case_id join {TemplatesOf("cases")} c on c.id = t.case_id "
            + $"join units u on u.tenant = '{City.Tenant}' and u.code = 'k' || {_sql.Padded(Community(_slots), 5)} join units p on p.tenant = u.tenant and p.code = u.parent "
            + $"where n.i >= {from} and n.i < {to} order by n.i";
    }

    /// <summary>The templates' rows by themselves: nothing searches the millions for them.</summary>
    private static string TemplatesOf(string table) => $"bench_{table}";

    private static string KeyOf(string table) => table == "cases" ? "x.id" : "x.case_id";

    /// <summary>
    /// A few of each case's events, all that a disk holds a million times: nothing that is measured reads more. The first and the last ones,
    /// large and small: were all of them large, PostgreSQL would later put each small one into the gap of another old page.
    /// </summary>
    private static string Events(bool open) =>
        $"(x.sequence = 1 or x.sequence > (select max(sequence) from case_events where case_id = x.case_id) - {(open ? OpenEvents : ClosedEvents) - 1})";

    internal static string Quoted(string column) => column is "by" or "of" ? $"\"{column}\"" : column;

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
