using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Claims rows of work: each goes to one claimer, whose lease ends by itself, so that a node that died holds nothing up for long.
/// On a server claimers pass over each other's rows; SQLite has one writer at a time.
/// </summary>
internal sealed class Leases(Database database, IDatabaseDialect dialect)
{
    private const string CountAttempt = ", attempts = attempts + 1";
    private const string NobodyHolds = "(lease_until is null or lease_until <= {1})";

    public static readonly ClaimStatement Due = new("due_rows", ["case_id", "key", "kind"], CountAttempt, "due_at <= {1} and " + NobodyHolds, "due_at");

    public static readonly ClaimStatement Outbox = new("outbox", ["key"], CountAttempt, "dead_at is null and not_before <= {1} and " + NobodyHolds, "not_before");

    public static readonly ClaimStatement Starts = new("flow_starts", ["tenant", "flow_key", "element_id"], "", "due_at <= {1} and " + NobodyHolds, "due_at");

    public Task<List<DueRecord>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<DueRecord>(Due, now, lease, most, cancel);

    public Task<List<OutboxRecord>> ClaimOutboxAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<OutboxRecord>(Outbox, now, lease, most, cancel);

    public Task<List<FlowStartRecord>> ClaimStartsAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<FlowStartRecord>(Starts, now, lease, most, cancel);

    private async Task<List<T>> ClaimAsync<T>(ClaimStatement claim, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel)
        where T : class
    {
        await using var context = database.OpenUnscoped();
        return await context.Set<T>().FromSqlRaw(dialect.Claim(claim), dialect.Stored(now + lease), dialect.Stored(now), most)
            .IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel);
    }
}
