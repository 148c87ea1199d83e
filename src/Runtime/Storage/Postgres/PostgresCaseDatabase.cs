using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using Npgsql;
using static CaseFlow.Runtime.Storage.Commits.StoredType;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>
/// A group of commits is one batch: one round trip, one implicit transaction, each statement writing the rows of all of them. When one
/// of them does not fit, the whole batch is undone and each is written by itself.
/// </summary>
internal sealed class PostgresCaseDatabase : ICaseDatabase, IAsyncDisposable
{
    private const int MostTogether = 64;

    /// <summary>What a group of so many costs beside its rows weighs little. Thirty callers of one node make such groups without waiting.</summary>
    private const int EnoughTogether = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(3);

    private static readonly Statement InsertEvents = Statement.Insert(
        "case_events", ("case_id", Id), ("tenant", Text), ("at", Time), ("actor_kind", Text), ("actor_id", Text), ("on_behalf_of", Text), ("cause", Text),
        ("sequence", Whole), ("type", Text), ("payload", Bytes), ("hash", Bytes));

    private readonly PostgresConnections _connections;
    private readonly CommitQueue _queue;
    private readonly FaultPoints _faults;
    private readonly UnknownOutcome _unknown;
    private readonly OvertakenCommits _overtaken;

    public PostgresCaseDatabase(DatabaseOptions options, FaultPoints faults, TimeProvider time)
    {
        _connections = new PostgresConnections(options.ConnectionString);
        _queue = new CommitQueue(MostTogether, new Company(EnoughTogether, Patience), WriteAsync);
        (_faults, _unknown, _overtaken) = (faults, new UnknownOutcome(_connections.Reading, time), new OvertakenCommits(_connections.Reading));
    }

    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var command = _connections.Reading.CreateCommand("select snapshot, head_hash from cases where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public async Task<IReadOnlyList<(Guid CaseId, StoredCase Case)>> ReadManyAsync(IReadOnlyList<Guid> cases, CancellationToken cancel)
    {
        await using var command = _connections.Reading.CreateCommand("select id, snapshot, head_hash from cases where id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. cases] });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<(Guid, StoredCase)>(cases.Count);
        while (await reader.ReadAsync(cancel)) found.Add((reader.GetGuid(0), new StoredCase(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2))));
        return found;
    }

    public Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return _queue.AddAsync(commit);
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        await _connections.DisposeAsync();
    }

    private async Task WriteAsync(IReadOnlyList<PendingCommit> group)
    {
        try
        {
            // In one order on every node: two that lock the same cases the other way round would stand until the server sees the deadlock, a second later.
            Send([.. group.Select(pending => pending.Commit).OrderBy(commit => commit.CaseId)]);
            foreach (var pending in group) pending.Answer(CommitResult.Committed);
        }
        catch (PostgresException e) when (IsMisfit(e) && group.Count == 1)
        {
            Answer(group[0], e);
        }
        catch (PostgresException e) when (IsMisfit(e))
        {
            var fitting = _overtaken.Answer(group);
            if (fitting.Count == group.Count) foreach (var pending in group) await WriteAsync([pending]);
            else if (fitting.Count > 0) await WriteAsync(fitting);
        }
        catch (NpgsqlException e) when (IsBroken(e))
        {
            await SettleAsync(group);
        }
        catch (NpgsqlException e)
        {
            throw Unavailable(e);
        }
    }

    private void Send(List<CaseCommit> commits)
    {
        _faults.Reached(FaultPoints.BeforeCommit);
        using var batch = _connections.Writing.CreateBatch();
        foreach (var cases in RowBucket.Sort(commits.Select(commit => new[] { commit.Case })))
            batch.BatchCommands.Add(cases.Statement.Kind is StatementKind.Update ? Counted(PostgresSql.ManyChecked(cases.Statement), cases) : Command(cases));
        batch.BatchCommands.Add(Command(new RowBucket(InsertEvents, [.. commits.SelectMany(EventRows)])));
        foreach (var rows in RowBucket.Sort(commits.Select(commit => commit.Rows))) batch.BatchCommands.Add(Command(rows));
        // Not cancelled half-way: the callers must learn whether it is durable.
        batch.ExecuteNonQuery();
        _faults.Reached(FaultPoints.AfterCommit);
    }

    /// <summary>The connection broke: nobody knows yet whether the server committed. Those who broke together wait together; when patience has ended for one, it has for all.</summary>
    private async Task SettleAsync(IReadOnlyList<PendingCommit> group)
    {
        var began = _unknown.Begin();
        StorageUnavailableException? away = null;
        foreach (var pending in group)
        {
            away ??= await SettleAsync(pending, began);
            if (away is not null) pending.Fail(away);
        }
    }

    /// <returns>Null: it was answered.</returns>
    private async Task<StorageUnavailableException?> SettleAsync(PendingCommit pending, long began)
    {
        try
        {
            while (!pending.Answered.IsCompleted)
            {
                if (await _unknown.SettleAsync(pending.Commit, began) is { } result) pending.Answer(result);
                else await TryAgainAsync(pending, began);
            }

            return null;
        }
        catch (Exception e) when (e is StorageUnavailableException or NpgsqlException)
        {
            return e as StorageUnavailableException ?? StorageUnavailableException.Unknown("take a step", e);
        }
    }

    private async Task TryAgainAsync(PendingCommit pending, long began)
    {
        try
        {
            Send([pending.Commit]);
            pending.Answer(CommitResult.Committed);
        }
        catch (PostgresException e) when (IsMisfit(e))
        {
            // The server may have been at work on what was sent first, and it is there only now.
            if (await _unknown.SettleAsync(pending.Commit, began) is { } result) pending.Answer(result);
            else Answer(pending, e);
        }
        catch (NpgsqlException e) when (IsBroken(e) && !_unknown.IsOver(began))
        {
            // It broke again: whoever called looks once more what became of it, until patience ends.
        }
    }

    private static StorageUnavailableException Unavailable(NpgsqlException e) => new($"Expected the database to take a step, but {e.Message}", e);

    /// <summary>The answer may have been lost on its way. Any other error of the server means that it undid the batch.</summary>
    private static bool IsBroken(NpgsqlException e) => e is not PostgresException server || server.SqlState[..2] is "08" or "57";

    /// <summary>What a group can hold beside commits that do fit: others were faster, or one of its rows is wrong.</summary>
    private static bool IsMisfit(PostgresException e) =>
        e.SqlState[..2] is "22" or "23" or "42" || e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable;

    private static void Answer(PendingCommit pending, PostgresException e)
    {
        switch (e)
        {
            case { SqlState: PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } or { ConstraintName: "pk_case_events" }:
                pending.Answer(CommitResult.Conflict);
                return;
            case { SqlState: PostgresErrorCodes.LockNotAvailable }:
                // Not a conflict: that would be tried again at once, and hold up the others as long each time.
                pending.Fail(Unavailable(e));
                return;
            case { SqlState: PostgresErrorCodes.InvalidArgumentForPowerFunction } or { ConstraintName: "pk_cases" or "ix_cases_tenant_number" or "ix_cases_tenant_external_source_external_id" or "pk_taken_messages" }:
                pending.Answer(CommitResult.Duplicate);
                return;
            default:
                pending.Fail(new InvalidOperationException($"Expected rows that fit the step of case {pending.Commit.CaseId}, but {e.MessageText} ({e.ConstraintName ?? e.SqlState}).", e));
                return;
        }
    }

    private static IEnumerable<object?[]> EventRows(CaseCommit commit) => commit.Events.Select(e => new object?[]
    {
        commit.CaseId, commit.Tenant, commit.At, commit.Actor.Kind.ToString(), commit.Actor.Id, commit.Actor.OnBehalfOf, commit.Cause, e.Sequence, e.Type, e.Payload, e.Hash,
    });

    private static NpgsqlBatchCommand Command(RowBucket bucket) => bucket switch
    {
        { Statement.IsDemanded: true } => Counted(PostgresSql.ManyDemanded(bucket.Statement), bucket),
        { Rows: [var only] } => One(bucket.Statement, only),
        _ => Many(PostgresSql.Many(bucket.Statement), bucket),
    };

    /// <param name="sql">Fails unless it changes each of the rows.</param>
    private static NpgsqlBatchCommand Counted(string sql, RowBucket bucket)
    {
        var command = Many(sql, bucket);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bucket.Rows.Count });
        return command;
    }

    private static NpgsqlBatchCommand One(Statement statement, object?[] values)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        for (var at = 0; at < values.Length; at++) command.Parameters.Add(PostgresValues.One(statement.Parameters[at].Type, values[at]));
        return command;
    }

    private static NpgsqlBatchCommand Many(string sql, RowBucket bucket)
    {
        var command = new NpgsqlBatchCommand(sql);
        var columns = bucket.Statement.Parameters;
        for (var at = 0; at < columns.Length; at++) command.Parameters.Add(PostgresValues.Many(columns[at].Type, bucket.Rows, at));
        return command;
    }
}
