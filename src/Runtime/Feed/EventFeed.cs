using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Feed;

/// <summary>
/// All cases' events in the order of their commits, without ever skipping one. Positions alone would skip: on PostgreSQL a
/// transaction that took a lower position may commit after one with a higher. So a reader stays behind every open transaction.
/// </summary>
internal sealed class EventFeed(Database database, DatabaseOptions options)
{
    private const string OldestOpen = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as \"Value\"";

    /// <summary>The next events of all tenants; fewer than asked when that is all there is for now.</summary>
    public async Task<IReadOnlyList<CaseEventRecord>> ReadAsync(FeedPosition after, int most, CancellationToken cancel = default)
    {
        await using var context = database.OpenUnscoped();
        var horizon = await HorizonAsync(context, cancel);
        var (transaction, position) = after;
        return await context.CaseEvents.AsNoTracking().IgnoreQueryFilters()
            .Where(e => e.TransactionId < horizon && (e.TransactionId > transaction || (e.TransactionId == transaction && e.Position > position)))
            .OrderBy(e => e.TransactionId).ThenBy(e => e.Position).Take(most).ToListAsync(cancel);
    }

    /// <summary>Where the feed ends now.</summary>
    public async Task<FeedPosition> EndAsync(CancellationToken cancel = default)
    {
        await using var context = database.OpenUnscoped();
        var horizon = await HorizonAsync(context, cancel);
        var last = await context.CaseEvents.IgnoreQueryFilters().Where(e => e.TransactionId < horizon)
            .OrderByDescending(e => e.TransactionId).ThenByDescending(e => e.Position).Select(e => new { e.TransactionId, e.Position }).FirstOrDefaultAsync(cancel);
        return last is null ? FeedPosition.Start : new FeedPosition(last.TransactionId, last.Position);
    }

    /// <summary>Every transaction below it has ended, so what it wrote is visible from now on. SQLite: one writer, no gaps.</summary>
    private async Task<long> HorizonAsync(CaseFlowDbContext context, CancellationToken cancel) =>
        options.Provider is DatabaseProvider.Sqlite ? long.MaxValue : await context.Database.SqlQueryRaw<long>(OldestOpen).SingleAsync(cancel);
}
