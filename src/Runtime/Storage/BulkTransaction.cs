using System.Data.Common;

namespace CaseFlow.Runtime.Storage;

/// <summary>One transaction of several statements, the same on each database. Parameters are <c>@p0</c>, <c>@p1</c>…</summary>
/// <param name="turn">Given back when the transaction has ended; null: nobody waits in line.</param>
internal sealed class BulkTransaction(DbConnection connection, DbTransaction transaction, IDatabaseDialect dialect, IDisposable? turn) : IAsyncDisposable
{
    public async Task<int> ExecuteAsync(string sql, IReadOnlyList<object?> values, CancellationToken cancel)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<List<T>> QueryAsync<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    /// <summary><c>@p3, @p4, @p5</c>: so many parameters from that place on.</summary>
    public static string List(int from, int count) => string.Join(", ", Enumerable.Range(from, count).Select(at => $"@p{at}"));

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            turn?.Dispose();
        }
    }

    private DbCommand Command(string sql, IReadOnlyList<object?> values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var at = 0; at < values.Count; at++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{at}", Stored(values[at]));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => dialect.Stored(time),
        Guid id => dialect.Stored(id),
        _ => value,
    };
}
