using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Archive;

/// <summary>
/// Moves cases that were closed long ago out of the tables of daily work: a batch in a transaction, each case whole. It may be stopped
/// at any time and go on later, and several nodes may do it at once.
/// </summary>
internal sealed class Archiver(Database database, IBulkTransactions transactions, IDatabaseDialect dialect, CaseStore store, ArchiveOptions options, TimeProvider time)
{
    /// <summary>Nothing of daily work may still point at it.</summary>
    private const string AtRest =
        "not exists (select 1 from tasks where tasks.case_id = cases.id) and not exists (select 1 from due_rows where due_rows.case_id = cases.id) "
        + "and not exists (select 1 from outbox where outbox.case_id = cases.id) and not exists (select 1 from subscriptions where subscriptions.case_id = cases.id) "
        + "and not exists (select 1 from incidents where incidents.case_id = cases.id)";

    /// <summary>
    /// What the ledger has not sealed yet stays, and so does the last event that it has: SQLite gives the next event the position
    /// after the highest there is, and a position given twice would be passed over by every reader of the feed.
    /// </summary>
    private const string Sealed =
        "not exists (select 1 from case_events e where e.case_id = cases.id and (e.transaction_id > @p0 or (e.transaction_id = @p0 and e.position >= @p1)))";

    /// <summary>So long a case that was brought back stays: a command that brought it back is not beaten to its commit, and more may follow.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromDays(1);

    /// <returns>How many cases were moved.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (options.After is not { } after) return 0;
        var (now, moved, last) = (time.GetUtcNow(), 0, (At: DateTimeOffset.UnixEpoch, Id: Guid.Empty));
        var (before, untouched) = (now - after, now - (after < Stay ? after : Stay));
        while (true)
        {
            var batch = await NextAsync(before, last, cancel);
            if (batch.Count == 0) return moved;
            moved += await MoveAsync([.. batch.Select(found => found.Id)], before, untouched, cancel);
            last = batch[^1];
        }
    }

    /// <summary>Those that can't be moved yet are passed over until the next run.</summary>
    private async Task<List<(DateTimeOffset At, Guid Id)>> NextAsync(DateTimeOffset before, (DateTimeOffset At, Guid Id) last, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var (at, id) = last;
        var rows = await context.Cases.AsNoTracking().IgnoreQueryFilters()
            .Where(row => row.ClosedAt != null && row.ClosedAt < before && (row.ClosedAt > at || (row.ClosedAt == at && row.Id.CompareTo(id) > 0)))
            .OrderBy(row => row.ClosedAt).ThenBy(row => row.Id).Take(options.BatchSize).Select(row => new { At = row.ClosedAt!.Value, row.Id }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.At, row.Id))];
    }

    private async Task<int> MoveAsync(List<Guid> candidates, DateTimeOffset before, DateTimeOffset untouched, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var through = await context.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.Number)
            .Select(seal => new { seal.ThroughTransaction, seal.ThroughPosition }).FirstOrDefaultAsync(cancel);
        if (through is null) return 0;
        await using var transaction = await transactions.BeginAsync(cancel);
        // Asked again under the lock: a case that moved on meanwhile is left.
        object?[] values = [through.ThroughTransaction, through.ThroughPosition, before, untouched, .. candidates];
        var ids = await transaction.QueryAsync(Movable(dialect, candidates.Count), values, row => dialect.Id(row, 0), cancel);
        if (ids.Count == 0) return 0;
        var list = BulkTransaction.List(0, ids.Count);
        object?[] moving = [.. ids];
        foreach (var table in MovedTable.All(context))
        {
            await transaction.ExecuteAsync(table.ToArchive(list), moving, cancel);
            await transaction.ExecuteAsync(table.DeleteDaily(list), moving, cancel);
        }

        await transaction.CommitAsync(cancel);
        foreach (var id in ids) store.Forget(id);
        return ids.Count;
    }

    /// <summary>Holds those of the candidates that may be moved. Parameters: how far the ledger has sealed (two), before when they were closed and last touched, the candidates.</summary>
    internal static string Movable(IDatabaseDialect dialect, int candidates) =>
        dialect.Lock("id", "cases", $"id in ({BulkTransaction.List(4, candidates)}) and closed_at < @p2 and updated_at < @p3 and {AtRest} and {Sealed}");
}
