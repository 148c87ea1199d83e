using System.Threading.Channels;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>
/// One held writer connection and a queue. The commits that wait while one is being synced go into the next transaction together
/// (group commit), each under a savepoint of its own: one case's conflict undoes that case only.
/// </summary>
internal sealed partial class SqliteCaseDatabase(DatabaseOptions options, ILogger<SqliteCaseDatabase> logger) : ICaseDatabase, IAsyncDisposable
{
    private const int MostTogether = 128;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Lock _starting = new();
    private Task? _writing;

    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select snapshot, head_hash from cases where id = $1";
        command.Parameters.AddWithValue("$1", caseId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_starting) _writing ??= Task.Run(WriteAsync, CancellationToken.None);
        var waiting = new Waiting(commit);
        return _queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : throw new ObjectDisposedException(nameof(SqliteCaseDatabase));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writing is not null) await _writing;
    }

    private async Task WriteAsync()
    {
        SqliteWriter? writer = null;
        var together = new List<Waiting>(MostTogether);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && _queue.Reader.TryRead(out var waiting)) together.Add(waiting);
            try
            {
                writer ??= new SqliteWriter(options.ConnectionString);
                WriteTogether(writer, together);
            }
            catch (Exception e)
            {
                LogFailed(logger, together.Count, e);
                foreach (var waiting in together) waiting.Answer.TrySetException(e);
                writer?.Dispose();
                writer = null;
            }

            together.Clear();
        }

        writer?.Dispose();
    }

    /// <remarks>Nobody is answered before the transaction is on the disk.</remarks>
    private static void WriteTogether(SqliteWriter writer, List<Waiting> together)
    {
        writer.Begin();
        foreach (var waiting in together) waiting.Result = writer.Write(waiting.Commit, out waiting.Fault);
        writer.Commit();
        foreach (var waiting in together)
            if (waiting.Fault is { } fault) waiting.Answer.TrySetException(fault);
            else waiting.Answer.TrySetResult(waiting.Result);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A transaction of {Count} commits failed; none of them was written.")]
    private static partial void LogFailed(ILogger logger, int count, Exception e);

    private sealed class Waiting(CaseCommit commit)
    {
        public Exception? Fault;

        public CaseCommit Commit { get; } = commit;

        public CommitResult Result { get; set; }

        // Off the writer's thread: a continuation of one case must not hold up the commits of the others.
        public TaskCompletionSource<CommitResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
