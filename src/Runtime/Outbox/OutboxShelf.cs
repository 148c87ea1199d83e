using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Outbox;

/// <summary>What becomes of a claimed outbox row. Nothing, when its lease ended meanwhile and others hold it.</summary>
internal sealed class OutboxShelf(Database database)
{
    public async Task DoneAsync(OutboxRecord row, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Held(context, row).ExecuteDeleteAsync(cancel);
    }

    public async Task AgainAsync(OutboxRecord row, DateTimeOffset at, string? error, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Held(context, row).ExecuteUpdateAsync(
            set => set.SetProperty(kept => kept.NotBefore, at).SetProperty(kept => kept.LeaseUntil, (DateTimeOffset?)null).SetProperty(kept => kept.LastError, error), cancel);
    }

    public async Task GiveUpAsync(OutboxRecord row, DateTimeOffset now, string error, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await Held(context, row).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.DeadAt, now).SetProperty(kept => kept.LastError, error), cancel);
    }

    private static IQueryable<OutboxRecord> Held(CaseFlowDbContext context, OutboxRecord row) =>
        context.Outbox.IgnoreQueryFilters().Where(kept => kept.Key == row.Key && kept.LeaseUntil == row.LeaseUntil);
}
