using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Npgsql;
using NpgsqlTypes;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Plain Npgsql on one connection: one batch a transaction, a statement a row, automatically prepared, fsync on.</summary>
internal sealed class RawPostgresWriter(NpgsqlConnection connection) : IStepWriter
{
    private static readonly string InsertEvent = EventColumns.Insert(DatabaseProvider.Postgres);

    private static readonly NpgsqlDbType[] EventTypes =
    [
        NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
    ];

    public static async Task<RawPostgresWriter> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 60, AutoPrepareMinUsages = 2, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return new RawPostgresWriter(connection);
    }

    public async Task WriteAsync(IReadOnlyList<CaseCommit> steps)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var step in steps)
        {
            batch.BatchCommands.Add(Command(step.Case.Statement.Sql, TypesOf(step.Case.Statement), step.Case.Values));
            foreach (var values in EventColumns.Rows(step, position: null)) batch.BatchCommands.Add(Command(InsertEvent, EventTypes, values));
            foreach (var row in step.Rows) batch.BatchCommands.Add(Command(row.Statement.Sql, TypesOf(row.Statement), row.Values));
        }

        await batch.ExecuteNonQueryAsync();
        if (batch.BatchCommands[0].RecordsAffected != 1) throw new InvalidOperationException("Expected the version to hold.");
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static NpgsqlBatchCommand Command(string sql, NpgsqlDbType[] types, object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var at = 0; at < values.Length; at++)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = types[at], Value = values[at] is DateTimeOffset time ? time.UtcDateTime : values[at] ?? DBNull.Value });
        return command;
    }

    private static NpgsqlDbType[] TypesOf(Statement statement) => [.. statement.Parameters.Select(column => column.Type switch
    {
        StoredType.Id => NpgsqlDbType.Uuid,
        StoredType.Text => NpgsqlDbType.Text,
        StoredType.Whole => NpgsqlDbType.Bigint,
        StoredType.Number => NpgsqlDbType.Numeric,
        StoredType.Time => NpgsqlDbType.TimestampTz,
        StoredType.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Boolean,
    })];
}
