using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Archive;

/// <summary>Archived cases one by one: read where they lie, or brought back when something is to happen to them.</summary>
internal sealed class CaseArchive(Database database, IBulkTransactions transactions, IDatabaseDialect dialect, TimeProvider time)
{
    /// <summary>The archiver leaves what was touched lately. Parameters: the case, now.</summary>
    internal const string Touch = "update cases set updated_at = @p1 where id = @p0";

    /// <summary>Null: it is not in the archive.</summary>
    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        return await context.ArchivedCases.IgnoreQueryFilters().Where(row => row.Id == caseId).Select(row => new StoredCase(row.Snapshot, row.HeadHash)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Moves the case whole into the tables of daily work, in one transaction. Does nothing when it lies there already.</summary>
    public async Task BringBackAsync(Guid caseId, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var tables = MovedTable.All(context);
        await using var transaction = await transactions.BeginAsync(cancel);
        var held = await transaction.QueryAsync(dialect.Lock("id", "archived_cases", "id = @p0"), [caseId], _ => true, cancel);
        if (held.Count == 0) return;
        foreach (var table in tables) await transaction.ExecuteAsync(table.FromArchive("@p0", dialect), [caseId], cancel);
        foreach (var table in tables) await transaction.ExecuteAsync(table.DeleteArchived("@p0"), [caseId], cancel);
        await transaction.ExecuteAsync(Touch, [caseId, time.GetUtcNow()], cancel);
        await transaction.CommitAsync(cancel);
    }
}
