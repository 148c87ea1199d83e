using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Claims rows of work: each goes to one claimer, whose lease ends by itself, so that a node that died holds nothing up for long. A node that drains claims none.
/// On a server claimers pass over each other's rows; SQLite has one writer at a time.
/// </summary>
internal sealed class Leases(Database database, IDatabaseDialect dialect, NodeState node)
{
    public static readonly ClaimStatement Due = new(
        "due_rows", ["case_id", "key", "kind"], "visible_at = {0}, attempts = attempts + 1", "tenant = {3} and visible_at <= {1}", "visible_at");

    public static readonly ClaimStatement Outbox = new(
        "outbox", ["key"], "not_before = {0}, lease_until = {0}, attempts = attempts + 1",
        "dead_at is null and tenant = {3} and activity = {4} and not_before <= {1}", "not_before");

    public static readonly ClaimStatement Starts = new(
        "flow_starts", ["tenant", "flow_key", "element_id"], "lease_until = {0}", "due_at <= {1} and (lease_until is null or lease_until <= {1})", "due_at");

    /// <summary>The tenant's rows that are due, those that wait longest first; until the lease ends they are nobody else's.</summary>
    public Task<List<DueRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<DueRecord>(Due, now, lease, most, [tenant], cancel);

    /// <param name="activity">Empty: messages and signals.</param>
    public Task<List<OutboxRecord>> ClaimOutboxAsync(string tenant, string activity, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<OutboxRecord>(Outbox, now, lease, most, [tenant, activity], cancel);

    public Task<List<FlowStartRecord>> ClaimStartsAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<FlowStartRecord>(Starts, now, lease, most, [], cancel);

    private async Task<List<T>> ClaimAsync<T>(ClaimStatement claim, DateTimeOffset now, TimeSpan lease, int most, object[] of, CancellationToken cancel)
        where T : class
    {
        if (node.IsDraining) return [];
        await using var context = database.OpenUnscoped();
        return await context.Set<T>().FromSqlRaw(dialect.Claim(claim), [dialect.Stored(now + lease), dialect.Stored(now), most, .. of])
            .IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel);
    }
}
