using System.Data;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>Holds the turn until the transaction ends: a writer that waited for the file meanwhile would keep others from theirs.</summary>
internal sealed class SqliteBulkTransactions(DatabaseOptions options, SqliteTurn turn, IDatabaseDialect dialect) : IBulkTransactions
{
    public async Task<BulkTransaction> BeginAsync(CancellationToken cancel)
    {
        var held = await turn.TakeAsync(cancel);
        var connection = new SqliteConnection(options.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            SqlitePragmas.Set(connection);
            return new BulkTransaction(connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false), dialect, held);
        }
        catch
        {
            await connection.DisposeAsync();
            held.Dispose();
            throw;
        }
    }
}
