using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>The recorded changes for which clocks are still to be worked out. One node at a time works on one of them.</summary>
internal sealed class RecomputationQueue(Database database)
{
    /// <summary>Takes the one that waits longest; null: there is nothing to do now.</summary>
    public async Task<RecomputationRecord?> ClaimAsync(DateTimeOffset now, TimeSpan lease, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var waiting = await context.Recomputations.IgnoreQueryFilters().AsNoTracking().Where(row => row.FinishedAt == null && row.VisibleAt <= now)
            .OrderBy(row => row.VisibleAt).FirstOrDefaultAsync(cancel);
        if (waiting is null) return null;
        var until = now + lease;
        var claimed = await Held(context, waiting).ExecuteUpdateAsync(set => set.SetProperty(row => row.VisibleAt, until), cancel);
        waiting.VisibleAt = until;
        return claimed == 1 ? waiting : null;
    }

    /// <summary>Stores how far it has come, and holds it for another lease.</summary>
    /// <returns>False when the lease ended and another node goes on with it.</returns>
    public async Task<bool> SaveAsync(RecomputationRecord job, DateTimeOffset now, TimeSpan lease, CancellationToken cancel)
    {
        var until = now + lease;
        await using var context = database.OpenUnscoped();
        var saved = await Held(context, job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.VisibleAt, until).SetProperty(row => row.CasesToSee, job.CasesToSee).SetProperty(row => row.Cursor, job.Cursor)
                .SetProperty(row => row.CasesSeen, job.CasesSeen).SetProperty(row => row.CasesChanged, job.CasesChanged).SetProperty(row => row.ClocksChanged, job.ClocksChanged)
                .SetProperty(row => row.CasesFailed, job.CasesFailed).SetProperty(row => row.LastError, job.LastError).SetProperty(row => row.FinishedAt, job.FinishedAt),
            cancel);
        job.VisibleAt = until;
        return saved == 1;
    }

    private static IQueryable<RecomputationRecord> Held(CaseFlowDbContext context, RecomputationRecord job) =>
        context.Recomputations.IgnoreQueryFilters().Where(row => row.Id == job.Id && row.FinishedAt == null && row.VisibleAt == job.VisibleAt);
}
