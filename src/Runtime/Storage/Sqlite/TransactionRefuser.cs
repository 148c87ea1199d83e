using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>
/// Refuses a transaction that a context begins by itself: it would lock the file without having the turn, and its first save would then wait for
/// a writer that waits for the file.
/// </summary>
internal sealed class TransactionRefuser(SaveTurnTaker saves, SqliteMigrationLock migrations) : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Refuse(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData.Context);
        return new(result);
    }

    private void Refuse(DbContext? context)
    {
        if (saves.IsSaving(context) || migrations.IsHeld) return;
        throw new InvalidOperationException(
            $"Expected a save, an update or {nameof(IBulkTransactions)}, which wait for their turn to write, but a context began a transaction on SQLite: its first write would wait for itself.");
    }
}
