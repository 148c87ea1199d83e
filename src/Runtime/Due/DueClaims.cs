using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Due;

/// <summary>Claims due rows of all tenants, so that a tenant's thousands don't delay another's one.</summary>
internal sealed partial class DueClaims(Database database, WorkQueues queues, Leases leases, DueOptions options, ILogger<DueClaims> logger)
{
    private const int SmallestShare = 10;

    /// <summary>The next batch, the tenants in turn, each tenant's oldest first. Empty: nothing is due.</summary>
    public async Task<DueBatch> ClaimAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var known = await queues.DueAsync(cancel);
        var due = known.Where(queue => queue.Next <= now).ToList();
        if (due.Count == 0) return new DueBatch([], known.Count == 0 ? null : known[0].Next);
        var share = Math.Max(SmallestShare, options.BatchSize / due.Count);
        var claimed = new List<List<DueRecord>>();
        foreach (var queue in due)
        {
            try
            {
                claimed.Add(await leases.ClaimDueAsync(queue.Tenant, now, options.LeaseTime, share, cancel));
            }
            catch (Exception e) when (claimed.Exists(rows => rows.Count > 0))
            {
                // What was claimed before would else lie until its lease ends.
                LogFailed(queue.Tenant, e);
                break;
            }
        }

        return new DueBatch([.. InTurn(claimed)], now);
    }

    /// <summary>Rows that were claimed and not begun.</summary>
    public async Task GiveBackAsync(IReadOnlyList<DueRecord> rows)
    {
        await using var context = database.OpenUnscoped();
        foreach (var claim in rows.GroupBy(row => row.VisibleAt))
        {
            var cases = claim.Select(row => row.CaseId).ToList();
            await context.DueRows.IgnoreQueryFilters().Where(row => row.VisibleAt == claim.Key && cases.Contains(row.CaseId))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.VisibleAt, row => row.DueAt));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due rows of {Tenant} could not be claimed; they are tried again.")]
    private partial void LogFailed(string tenant, Exception e);

    private static IEnumerable<DueRecord> InTurn(List<List<DueRecord>> tenants) => tenants
        .SelectMany(rows => rows.OrderBy(row => row.DueAt).ThenBy(row => row.CaseId).Select((row, place) => (row, place)))
        .OrderBy(entry => entry.place).Select(entry => entry.row);
}

/// <param name="Next">When there is something to claim again; null: nothing waits at all.</param>
internal sealed record DueBatch(IReadOnlyList<DueRecord> Rows, DateTimeOffset? Next)
{
    /// <summary>Nothing was asked for; there may be more.</summary>
    public static DueBatch None { get; } = new([], null);
}
