using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Claims outbox rows that can begin at once: none waits, its lease running, behind a slow activity.</summary>
internal sealed partial class OutboxClaims(WorkQueues queues, Leases leases, ActivityGates gates, OutboxOptions options, ILogger<OutboxClaims> logger)
{
    /// <summary>Rows whose runs the gates count as begun.</summary>
    public async Task<OutboxBatch> ClaimAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var rows = new List<OutboxRecord>();
        var known = await queues.OutboxAsync(cancel);
        foreach (var activity in known.Where(queue => queue.Next <= now).GroupBy(queue => queue.Activity))
        {
            var left = activity.Count();
            foreach (var queue in activity)
            {
                try
                {
                    rows.AddRange(await ClaimAsync(queue, left--, now, cancel));
                }
                catch (Exception e) when (rows.Count > 0)
                {
                    // What was claimed before is to begin: only then do its places in the gates come back.
                    LogFailed(queue.Tenant, queue.Activity, e);
                    return new OutboxBatch(rows, now);
                }
            }
        }

        return new OutboxBatch(rows, known.Count == 0 ? null : known.Min(queue => Later(queue.Next, gates.Of(queue.Activity).OpensAt())));
    }

    private async Task<List<OutboxRecord>> ClaimAsync(OutboxQueue queue, int share, DateTimeOffset now, CancellationToken cancel)
    {
        var gate = gates.Of(queue.Activity);
        var taken = gate.Take(share);
        var claimed = 0;
        try
        {
            if (taken == 0) return [];
            var rows = await leases.ClaimOutboxAsync(queue.Tenant, queue.Activity, now, options.LeaseTime, taken, cancel);
            claimed = rows.Count;
            return rows;
        }
        finally
        {
            gate.Return(taken - claimed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox rows of {Tenant} for '{Activity}' could not be claimed; they are tried again.")]
    private partial void LogFailed(string tenant, string activity, Exception e);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <param name="Next">When there may be something to claim again; null: nothing waits.</param>
internal sealed record OutboxBatch(IReadOnlyList<OutboxRecord> Rows, DateTimeOffset? Next);
