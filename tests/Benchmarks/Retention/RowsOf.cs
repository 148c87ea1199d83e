using System.Data.Common;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CaseFlow.Benchmarks.Retention;

/// <summary>Rows for a table, written many at once: by COPY on PostgreSQL, by one prepared statement on SQLite.</summary>
/// <param name="archived">The entity whose table they go to; it has the properties of <typeparamref name="T"/>.</param>
internal sealed class RowsOf<T>(CaseFlowDbContext context, IDatabaseDialect dialect, Type archived)
{
    private readonly List<object?[]> _rows = [];
    private readonly string _table = context.Model.FindEntityType(archived)!.GetTableName()!;
    private readonly List<IProperty> _columns = [.. context.Model.FindEntityType(archived)!.GetProperties()];

    private string Names => string.Join(", ", _columns.Select(column => $"\"{column.GetColumnName()}\""));

    /// <param name="others">What stands in place of the row's own values, by property.</param>
    public void Add(T row, params (string Property, object Value)[] others)
    {
        var values = _columns.Select(column => others.FirstOrDefault(other => other.Property == column.Name).Value ?? typeof(T).GetProperty(column.Name)!.GetValue(row));
        _rows.Add([.. values.Select(Stored)]);
    }

    /// <summary>Writes what was added since it was last called.</summary>
    public async Task WriteAsync(DbConnection connection)
    {
        if (connection is NpgsqlConnection server) await CopyAsync(server);
        else Insert(connection);
        _rows.Clear();
    }

    private object? Stored(object? value) => value switch
    {
        Enum name => name.ToString(),
        DateTimeOffset time => dialect.Stored(time),
        Guid id => dialect.Stored(id),
        _ => value,
    };

    private async Task CopyAsync(NpgsqlConnection connection)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {_table} ({Names}) from stdin (format binary)");
        foreach (var row in _rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                if (value is null) await writer.WriteNullAsync();
                else await writer.WriteAsync(value);
            }
        }

        await writer.CompleteAsync();
    }

    private void Insert(DbConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"insert into {_table} ({Names}) values ({BulkTransaction.List(0, _columns.Count)})");
        for (var at = 0; at < _columns.Count; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{at}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in _rows)
        {
            for (var at = 0; at < row.Length; at++) command.Parameters[at].Value = row[at] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
