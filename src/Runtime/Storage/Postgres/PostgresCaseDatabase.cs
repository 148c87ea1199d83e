using CaseFlow.Runtime.Storage.Commits;
using Npgsql;
using NpgsqlTypes;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>
/// A commit is one batch: one round trip, one implicit transaction. The events go first: when another node was faster their
/// key (case, sequence) is taken, and the whole batch is undone.
/// </summary>
internal sealed class PostgresCaseDatabase : ICaseDatabase, IAsyncDisposable
{
    private const string InsertEvents =
        "insert into case_events (case_id, tenant, at, actor_kind, actor_id, on_behalf_of, cause, sequence, type, payload, hash) "
        + "select $1, $2, $3, $4, $5, $6, $7, e.sequence, e.type, e.payload, e.hash from unnest($8, $9, $10, $11) as e(sequence, type, payload, hash)";

    private readonly NpgsqlDataSource _source;

    public PostgresCaseDatabase(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxAutoPrepare = 60, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        _source = NpgsqlDataSource.Create(connection);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand("select snapshot, head_hash from cases where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public async Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(Events(commit));
        batch.BatchCommands.Add(Command(commit.Case));
        foreach (var row in commit.Rows) batch.BatchCommands.Add(Command(row));
        try
        {
            // Not cancelled half-way: the caller must learn whether it is durable.
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
        {
            return ResultOf(e);
        }

        return batch.BatchCommands[1].RecordsAffected == 1
            ? CommitResult.Committed
            : throw new InvalidOperationException($"Expected case {commit.CaseId} at version {commit.Expected}, but its row is gone: its events no longer match it.");
    }

    private static CommitResult ResultOf(PostgresException e) => e.ConstraintName switch
    {
        null or "pk_case_events" => CommitResult.Conflict,
        "pk_cases" or "ix_cases_tenant_number" or "ix_cases_tenant_external_source_external_id" or "pk_taken_messages" => CommitResult.Duplicate,
        var other => throw new InvalidOperationException($"Expected rows that fit the step, but {other} is violated.", e),
    };

    private static NpgsqlBatchCommand Events(CaseCommit commit)
    {
        var command = new NpgsqlBatchCommand(InsertEvents);
        var add = command.Parameters;
        add.Add(new NpgsqlParameter<Guid> { TypedValue = commit.CaseId });
        add.Add(Parameter(StoredType.Text, commit.Tenant));
        add.Add(Parameter(StoredType.Time, commit.At));
        add.Add(Parameter(StoredType.Text, commit.Actor.Kind.ToString()));
        add.Add(Parameter(StoredType.Text, commit.Actor.Id));
        add.Add(Parameter(StoredType.Text, commit.Actor.OnBehalfOf));
        add.Add(Parameter(StoredType.Text, commit.Cause));
        add.Add(Array(NpgsqlDbType.Bigint, commit.Events.Select(e => e.Sequence)));
        add.Add(Array(NpgsqlDbType.Text, commit.Events.Select(e => e.Type)));
        add.Add(Array(NpgsqlDbType.Bytea, commit.Events.Select(e => e.Payload)));
        add.Add(Array(NpgsqlDbType.Bytea, commit.Events.Select(e => e.Hash)));
        return command;
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> items) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = items.ToArray() };

    private static NpgsqlBatchCommand Command(RowWrite row)
    {
        var command = new NpgsqlBatchCommand(row.Statement.Sql);
        for (var at = 0; at < row.Values.Length; at++) command.Parameters.Add(Parameter(row.Statement.Types[at], row.Values[at]));
        return command;
    }

    private static NpgsqlParameter Parameter(StoredType type, object? value) => new()
    {
        NpgsqlDbType = type switch
        {
            StoredType.Id => NpgsqlDbType.Uuid,
            StoredType.Text => NpgsqlDbType.Text,
            StoredType.Whole => NpgsqlDbType.Bigint,
            StoredType.Number => NpgsqlDbType.Numeric,
            StoredType.Time => NpgsqlDbType.TimestampTz,
            StoredType.Bytes => NpgsqlDbType.Bytea,
            StoredType.Truth => NpgsqlDbType.Boolean,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        },
        Value = value is DateTimeOffset time ? time.UtcDateTime : value ?? DBNull.Value,
    };
}
