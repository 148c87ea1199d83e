using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>Makes every changing command take its turn that does not belong to a save, which has its own.</summary>
internal sealed class CommandTurnTaker(SqliteTurn turn) : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<DbCommand, IDisposable> _held = new(ReferenceEqualityComparer.Instance);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (Writes(command, eventData)) _held[command] = turn.Take();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command, eventData)) _held[command] = await turn.TakeAsync(cancellationToken);
        return result;
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Release(command);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Release(command);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (Writes(command, eventData)) _held[command] = turn.Take();
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command, eventData)) _held[command] = await turn.TakeAsync(cancellationToken);
        return result;
    }

    /// <summary>Only a reader that is closed has ended its transaction.</summary>
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (!_held.ContainsKey(command)) return result;
        eventData.DataReader.Close();
        Release(command);
        return result;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Release(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(command);
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Release(command);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(command);
        return Task.CompletedTask;
    }

    private static bool Writes(DbCommand command, CommandEventData eventData) =>
        eventData.CommandSource is not (CommandSource.SaveChanges or CommandSource.Migrations)
        && !command.CommandText.AsSpan().TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase);

    private void Release(DbCommand command)
    {
        if (_held.TryRemove(command, out var held)) held.Dispose();
    }
}
