using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Claims rows of work: each goes to one claimer, whose lease ends by itself, so that a node that died holds nothing up for long.
/// On PostgreSQL claimers pass over each other's rows; SQLite has one writer at a time.
/// </summary>
internal sealed class Leases(Database database, DatabaseOptions options)
{
    private string SkipLocked => options.Provider is DatabaseProvider.Postgres ? " for update skip locked" : "";

    public Task<List<DueRecord>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<DueRecord>(
            "update due_rows set lease_until = {0}, attempts = attempts + 1 where (case_id, key, kind) in (select case_id, key, kind from due_rows "
            + "where due_at <= {1} and (lease_until is null or lease_until <= {1}) order by due_at limit {2}" + SkipLocked + ") returning *",
            now, lease, most, cancel);

    public Task<List<OutboxRecord>> ClaimOutboxAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<OutboxRecord>(
            "update outbox set lease_until = {0}, attempts = attempts + 1 where key in (select key from outbox "
            + "where dead_at is null and not_before <= {1} and (lease_until is null or lease_until <= {1}) order by not_before limit {2}" + SkipLocked + ") returning *",
            now, lease, most, cancel);

    public Task<List<FlowStartRecord>> ClaimStartsAsync(DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        ClaimAsync<FlowStartRecord>(
            "update flow_starts set lease_until = {0} where (tenant, flow_key, element_id) in (select tenant, flow_key, element_id from flow_starts "
            + "where due_at <= {1} and (lease_until is null or lease_until <= {1}) order by due_at limit {2}" + SkipLocked + ") returning *",
            now, lease, most, cancel);

    private async Task<List<T>> ClaimAsync<T>(string sql, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel)
        where T : class
    {
        await using var context = database.OpenUnscoped();
        return await context.Set<T>().FromSqlRaw(sql, Stored(now + lease), Stored(now), most).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Raw SQL passes by the column's conversion.</summary>
    private object Stored(DateTimeOffset time) => options.Provider is DatabaseProvider.Postgres ? time.UtcDateTime : time.ToUnixTimeMilliseconds();
}
