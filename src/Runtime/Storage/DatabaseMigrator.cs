using CaseFlow.Runtime.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Brings the database to this program's schema before anything else uses it.</summary>
public sealed class DatabaseMigrator
{
    private readonly IDbContextFactory<CaseFlowDbContext> _contexts;
    private readonly IMigrationLock _lock;

    internal DatabaseMigrator(IDbContextFactory<CaseFlowDbContext> contexts, IMigrationLock migrationLock)
    {
        _contexts = contexts;
        _lock = migrationLock;
    }

    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        await using var held = await _lock.TakeAsync(cancel);
        await using var context = await _contexts.CreateDbContextAsync(cancel);
        if ((await context.Database.GetPendingMigrationsAsync(cancel)).Any()) await context.Database.MigrateAsync(cancel);
        if (context is PostgresCaseFlowDbContext) await RestoredEvents.AdaptAsync(context, cancel);
    }
}
