using Npgsql;

namespace CaseFlow.TestSupport;

/// <summary>Copies of a case with its events and due rows, made by SQL on PostgreSQL, since hundreds of thousands take too long to start. Their chains are the template's: they go on, but don't verify.</summary>
public static class CopiedCases
{
    /// <summary>Ids of all copies begin with it.</summary>
    private const string Series = "01990000-0009-7000-8000-";

    private const string Id = $"('{Series}' || lpad(to_hex(n), 12, '0'))::uuid";
    private const string Number = "'copy-' || n";

    public static Guid IdOf(int n) => Guid.Parse($"{Series}{n:x12}");

    /// <summary>Adds copies 1 to <paramref name="count"/>, whose due rows may all be taken at one moment.</summary>
    public static async Task AddAsync(string connectionString, Guid template, int count, DateTimeOffset dueAt)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var (table, key) in new[] { ("cases", "id"), ("case_events", "case_id"), ("due_rows", "case_id") })
        {
            var columns = await ColumnsAsync(connection, table);
            await RunAsync(
                connection,
                $"insert into {table} ({string.Join(", ", columns.Select(Quoted))}) select {string.Join(", ", columns.Select(column => Value(table, column)))} "
                + $"from {table} x join cases c on c.id = x.{key} cross join generate_series(1, @count) n where c.id = @template",
                ("count", count), ("template", template), ("due", dueAt.ToUniversalTime()));
            await RunAsync(connection, $"analyze {table}");
        }
    }

    private static string Value(string table, string column) => (table, column) switch
    {
        ("cases", "id") or (_, "case_id") => Id,
        ("cases", "number") => Number,
        ("cases", "external_source" or "external_id") => "null",
        ("cases", "snapshot") => $"convert_to(replace(replace(convert_from(x.snapshot, 'UTF8'), c.id::text, ({Id})::text), c.number, {Number}), 'UTF8')",
        ("due_rows", "due_at" or "visible_at") => "@due",
        _ => $"x.{Quoted(column)}",
    };

    /// <summary>But the events' places in the feed, which the database gives.</summary>
    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand(
            "select column_name::text from information_schema.columns where table_name = @table and column_name not in ('position', 'transaction_id') order by ordinal_position", connection);
        command.Parameters.AddWithValue("table", table);
        var found = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    private static string Quoted(string column) => $"\"{column}\"";

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        foreach (var (name, value) in values)
            if (sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }
}
