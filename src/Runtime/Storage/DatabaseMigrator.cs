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

    /// <summary>Applies what is missing, one process at a time.</summary>
    /// <exception cref="DatabaseVersionException">The database is newer than this program.</exception>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        await using var held = await _lock.TakeAsync(cancel);
        await using var context = await _contexts.CreateDbContextAsync(cancel);
        var missing = await MissingAsync(context, cancel);
        if (missing.Count > 0) await context.Database.MigrateAsync(cancel);
        if (context is PostgresCaseFlowDbContext) await RestoredEvents.AdaptAsync(context, cancel);
    }

    /// <summary>An empty database gets the schema; another one must have it.</summary>
    /// <exception cref="DatabaseVersionException">The database is newer or older than this program.</exception>
    public async Task CreateAsync(CancellationToken cancel = default)
    {
        if (await IsEmptyAsync(cancel)) await MigrateAsync(cancel);
        else await CheckAsync(cancel);
    }

    /// <summary>For programs beside the site: changes nothing.</summary>
    /// <exception cref="DatabaseVersionException">The database is newer or older than this program.</exception>
    public async Task CheckAsync(CancellationToken cancel = default)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancel);
        var missing = await MissingAsync(context, cancel);
        if (missing.Count > 0)
            throw new DatabaseVersionException(
                $"Expected a database with this program's schema, but it lacks {string.Join(", ", missing)}: start this version of the site on it once, or use the version that wrote it.");
    }

    /// <summary>For a copy that is to be put back: an older one is brought up when the site starts on it.</summary>
    /// <exception cref="DatabaseVersionException">The database is newer than this program.</exception>
    public async Task RefuseNewerAsync(CancellationToken cancel = default)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancel);
        await MissingAsync(context, cancel);
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancel);
        return !(await context.Database.GetAppliedMigrationsAsync(cancel)).Any();
    }

    private static async Task<List<string>> MissingAsync(CaseFlowDbContext context, CancellationToken cancel)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var strange = applied.Except(known).ToList();
        if (strange.Count > 0)
            throw new DatabaseVersionException(
                $"Expected a database of this program or an older one, but a newer one has brought it to {string.Join(", ", strange)}: start that version, or restore a backup from before. Nothing was changed.");
        return [.. known.Except(applied)];
    }
}
