using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Feed;

/// <summary>
/// All cases' events in the order of their commits, without ever skipping one. Positions alone would skip: on a server a
/// transaction that took a lower position may commit after one with a higher. So a reader stays behind every open transaction.
/// </summary>
internal sealed class EventFeed(Database database, IDatabaseDialect dialect)
{
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
        dialect.FeedHorizon is { } horizon ? await context.Database.SqlQueryRaw<long>(horizon).SingleAsync(cancel) : long.MaxValue;
}
