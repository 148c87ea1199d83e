using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Outbox;

/// <summary>What becomes of a claimed outbox row.</summary>
internal sealed class OutboxShelf(Database database)
{
    public async Task DoneAsync(OutboxRecord row, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Of(context, row).ExecuteDeleteAsync(cancel);
    }

    public async Task AgainAsync(OutboxRecord row, DateTimeOffset at, string error, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Of(context, row).ExecuteUpdateAsync(
            set => set.SetProperty(kept => kept.NotBefore, at).SetProperty(kept => kept.LeaseUntil, (DateTimeOffset?)null).SetProperty(kept => kept.LastError, error), cancel);
    }

    public async Task GiveUpAsync(OutboxRecord row, DateTimeOffset now, string error, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Of(context, row).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.DeadAt, now).SetProperty(kept => kept.LastError, error), cancel);
    }

    private static IQueryable<OutboxRecord> Of(CaseFlowDbContext context, OutboxRecord row) => context.Outbox.IgnoreQueryFilters().Where(kept => kept.Key == row.Key);
}
