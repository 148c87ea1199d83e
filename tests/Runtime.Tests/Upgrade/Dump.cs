using System.Diagnostics;
using System.Text;
using CaseFlow.TestSupport;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Upgrade;

/// <summary>A whole database as SQL text, and back.</summary>
internal static class Dump
{
    public static async Task<string> OfSqliteAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var create in await ColumnAsync(connection, "select sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")) text.Append(create).Append(";\n");
        foreach (var table in await ColumnAsync(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"))
        {
            var columns = await ColumnAsync(connection, $"select name from pragma_table_info('{table}')");
            var values = string.Join(" || ',' || ", columns.Select(column => $"quote(\"{column}\")"));
            foreach (var row in await ColumnAsync(connection, $"select {values} from \"{table}\" order by 1")) text.Append("INSERT INTO \"").Append(table).Append("\" VALUES(").Append(row).Append(");\n");
        }

        foreach (var create in await ColumnAsync(connection, "select sql from sqlite_master where type = 'index' and sql is not null order by name")) text.Append(create).Append(";\n");
        return text.ToString();
    }

    public static async Task ToSqliteAsync(string sql, string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; {sql} commit;";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>By pg_dump, without the lines that only psql understands.</summary>
    public static async Task<string> OfPostgresAsync(string connectionString)
    {
        var of = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(PostgresCluster.Program("pg_dump")) { RedirectStandardOutput = true };
        string[] arguments = ["--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=50", "-h", of.Host!, "-p", $"{of.Port}", "-U", of.Username!, of.Database!];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return string.Join('\n', text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('\\'))) + "\n";
    }

    public static async Task ToPostgresAsync(string sql, string connectionString)
    {
        // The dump empties its session's search path: the session must not be used again.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var column = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) column.Add(rows.GetString(0));
        return column;
    }
}
