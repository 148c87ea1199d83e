using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>
/// One held writer connection and a queue before it. The commits of a group share a transaction, so they share one sync to disk; when a
/// row of one of them does not fit, the group is undone and each is written by itself.
/// </summary>
internal sealed partial class SqliteCaseDatabase : ICaseDatabase, IAsyncDisposable
{
    private const int MostTogether = 128;

    private readonly DatabaseOptions _options;
    private readonly SqliteTurn _turn;
    private readonly FaultPoints _faults;
    private readonly ILogger _logger;
    private readonly CommitQueue _queue;
    private SqliteWriter? _writer;

    public SqliteCaseDatabase(DatabaseOptions options, SqliteTurn turn, FaultPoints faults, ILogger<SqliteCaseDatabase> logger)
    {
        (_options, _turn, _faults, _logger) = (options, turn, faults, logger);
        _queue = new CommitQueue(MostTogether, new Company(0, TimeSpan.Zero), Write);
    }

    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_options.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select snapshot, head_hash from cases where id = $1";
        command.Parameters.AddWithValue("$1", caseId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public async Task<IReadOnlyList<(Guid CaseId, StoredCase Case)>> ReadManyAsync(IReadOnlyList<Guid> cases, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(_options.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select snapshot, head_hash from cases where id = $1";
        var id = command.Parameters.Add("$1", SqliteType.Text);
        var found = new List<(Guid, StoredCase)>(cases.Count);
        foreach (var caseId in cases)
        {
            id.Value = caseId;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (await reader.ReadAsync(cancel)) found.Add((caseId, new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1))));
        }

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
        _writer?.Dispose();
    }

    private Task Write(IReadOnlyList<PendingCommit> group)
    {
        using var turn = _turn.Take();
        try
        {
            if (!TryTogether(group))
                foreach (var pending in group) WriteAlone(pending);
            return Task.CompletedTask;
        }
        catch (SqliteException e)
        {
            LogFailed(_logger, group.Count, e);
            // What the connection still holds of the transaction goes with it.
            _writer?.Dispose();
            _writer = null;
            throw new StorageUnavailableException($"Expected the database file to take a step, but {e.Message}", e);
        }
    }

    /// <returns>False when one of them did not fit: nothing of the group was written.</returns>
    /// <remarks>Nobody is answered before the transaction is on the disk.</remarks>
    private bool TryTogether(IReadOnlyList<PendingCommit> group)
    {
        var writer = Writer();
        var results = new CommitResult[group.Count];
        writer.Begin();
        try
        {
            for (var at = 0; at < group.Count; at++) results[at] = writer.Write(group[at].Commit);
        }
        catch (SpoiledException)
        {
            writer.Rollback();
            return false;
        }

        Commit(writer);
        for (var at = 0; at < group.Count; at++) group[at].Answer(results[at]);
        return true;
    }

    private void WriteAlone(PendingCommit pending)
    {
        var writer = Writer();
        writer.Begin();
        try
        {
            var result = writer.Write(pending.Commit);
            Commit(writer);
            pending.Answer(result);
        }
        catch (SpoiledException e)
        {
            writer.Rollback();
            if (e.IsTakenBefore) pending.Answer(CommitResult.Duplicate);
            else pending.Fail(new InvalidOperationException(e.Message, e.InnerException));
        }
    }

    private void Commit(SqliteWriter writer)
    {
        _faults.Reached(FaultPoints.WithinCommit);
        writer.Commit();
        _faults.Reached(FaultPoints.AfterCommit);
    }

    private SqliteWriter Writer()
    {
        _faults.Reached(FaultPoints.BeforeCommit);
        return _writer ??= new SqliteWriter(_options.ConnectionString);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A transaction of {Count} commits failed; what was not answered was not written.")]
    private static partial void LogFailed(ILogger logger, int count, Exception e);
}
