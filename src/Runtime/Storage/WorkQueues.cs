using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Which queues of work there are and when each has something to do: a look-up in an index for each, however many rows wait.</summary>
internal sealed class WorkQueues(Database database)
{
    /// <summary>A queue a tenant; a tenant has cases only of flows that it published.</summary>
    public async Task<List<DueQueue>> DueAsync(CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var tenants = context.Flows.IgnoreQueryFilters().Select(flow => flow.Tenant).Distinct();
        var queues = await tenants.Select(tenant => new
        {
            Tenant = tenant,
            Next = context.DueRows.Where(row => row.Tenant == tenant).OrderBy(row => row.VisibleAt).Select(row => (DateTimeOffset?)row.VisibleAt).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. queues.Where(queue => queue.Next is not null).Select(queue => new DueQueue(queue.Tenant, queue.Next!.Value)).OrderBy(queue => queue.Next)];
    }

    /// <summary>A queue for each tenant and activity: neither a tenant's backlog nor a slow activity holds up the others.</summary>
    public async Task<List<OutboxQueue>> OutboxAsync(CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var queues = await context.Outbox.IgnoreQueryFilters().Where(row => row.DeadAt == null).GroupBy(row => new { row.Tenant, row.Activity })
            .Select(rows => new { rows.Key.Tenant, rows.Key.Activity, Next = rows.Min(row => row.NotBefore) }).ToListAsync(cancel);
        return [.. queues.Select(queue => new OutboxQueue(queue.Tenant, queue.Activity, queue.Next)).OrderBy(queue => queue.Next)];
    }
}

/// <param name="Next">When its first row may be taken.</param>
internal sealed record DueQueue(string Tenant, DateTimeOffset Next);

/// <param name="Activity">Empty: messages and signals.</param>
/// <param name="Next">When its first row may be taken.</param>
internal sealed record OutboxQueue(string Tenant, string Activity, DateTimeOffset Next);
