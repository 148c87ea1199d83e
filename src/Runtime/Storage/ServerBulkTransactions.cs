using System.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>On a server rows are locked, and nobody waits in line.</summary>
internal sealed class ServerBulkTransactions(DatabaseOptions options, IDbContextFactory<CaseFlowDbContext> contexts, IDatabaseDialect dialect) : IBulkTransactions
{
    public async Task<BulkTransaction> BeginAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var connection = System.Data.Common.DbProviderFactories.GetFactory(context.Database.GetDbConnection())!.CreateConnection()!;
        connection.ConnectionString = options.ConnectionString;
        try
        {
            await connection.OpenAsync(cancel);
            var transaction = new BulkTransaction(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel), dialect, null);
            if (dialect.EndWhenIdle is { } limit) await transaction.ExecuteAsync(limit, [], cancel);
            return transaction;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
