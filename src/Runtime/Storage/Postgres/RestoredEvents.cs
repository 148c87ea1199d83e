using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>
/// A dump that is restored into another server brings transaction ids that lie in that server's future. Readers of the feed would
/// stay behind them and pass over every new event. So all stored events are put before the first transaction, in their positions' order,
/// and the ledger seals the cases anew from the start.
/// </summary>
internal static class RestoredEvents
{
    private const string FromTheFuture = "select coalesce(max(transaction_id), 0) > pg_current_xact_id()::text::bigint as \"Value\" from case_events";

    private const string Adapt =
        "update case_events set transaction_id = 0 where transaction_id <> 0; update archived_case_events set transaction_id = 0 where transaction_id <> 0; "
        + "update ledger_seals set through_transaction = -1, through_position = -1;";

    public static async Task AdaptAsync(CaseFlowDbContext context, CancellationToken cancel)
    {
        if (!await context.Database.SqlQueryRaw<bool>(FromTheFuture).SingleAsync(cancel)) return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.Database.ExecuteSqlRawAsync(Adapt, cancel);
        await transaction.CommitAsync(cancel);
    }
}
