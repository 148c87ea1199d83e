using System.Data.Common;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Retention;

/// <summary>
/// Deletes archived cases whose time is over: a batch is written to a file, then deleted in one transaction that keeps a record of each.
/// It may be stopped at any time and go on later. A file that can't be written ends the run before anything of it is deleted.
/// </summary>
internal sealed partial class RetentionRun(
    Database database, ExpiredCases expired, RetentionExport export, IBulkTransactions transactions, IDatabaseDialect dialect, CaseStore store, TimeProvider time, ILogger<RetentionRun> logger)
{
    private const int MostTries = 3;

    /// <returns>How many cases each rule deleted.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public async Task<IReadOnlyList<(RetentionRule Rule, long Cases)>> RunAsync(RetentionOptions options, CancellationToken cancel)
    {
        var counts = new List<(RetentionRule, long)>();
        foreach (var rule in options.Rules)
        {
            var count = 0L;
            await foreach (var batch in expired.ReadAsync(options, rule, time.GetUtcNow(), withEvents: true, cancel)) count += await DeleteAsync(options, rule, batch, cancel);
            counts.Add((rule, count));
        }

        return counts;
    }

    /// <summary>A case whose chain is broken stays: what is wrong with it must be looked into first.</summary>
    private async Task<int> DeleteAsync(RetentionOptions options, RetentionRule rule, List<ExpiredCase> batch, CancellationToken cancel)
    {
        foreach (var broken in batch.Where(row => !IsWhole(row))) LogBroken(broken.Number, rule.Name);
        var whole = batch.Where(IsWhole).ToList();
        if (whole.Count == 0) return 0;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var file = await export.WriteAsync(options.ExportFolder, rule, whole, now, cancel);
        var records = whole.Select(row => Record(row, rule, file, now)).ToList();
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await DeleteAsync(records, cancel);
            }
            catch (DbException e) when (tries < MostTries)
            {
                // The ledger was sealed in between, or a row of the batch was held.
                LogAgain(rule.Name, e.Message);
            }
        }
    }

    private async Task<int> DeleteAsync(List<DeletedCaseRecord> records, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await using var transaction = await transactions.BeginAsync(cancel);
        var held = await transaction.QueryAsync(
            Deletable(dialect, records.Count), [.. records.Select(row => (object?)row.CaseId)], row => (Id: dialect.Id(row, 0), Version: row.GetInt64(1)), cancel);
        var versions = held.ToDictionary(row => row.Id, row => row.Version);
        // A case that was brought back and moved on since it was written to the file is left.
        var deleted = records.Where(row => versions.TryGetValue(row.CaseId, out var version) && version == row.Version).ToList();
        if (deleted.Count == 0) return 0;
        await DeletedBatch.WriteAsync(transaction, deleted, cancel);
        object?[] ids = [.. deleted.Select(row => (object?)row.CaseId)];
        foreach (var sql in Deletions(context, ids.Length)) await transaction.ExecuteAsync(sql, ids, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var row in deleted) store.Forget(row.CaseId);
        return deleted.Count;
    }

    /// <summary>Holds those of the cases that may be deleted. Parameters: the cases.</summary>
    internal static string Deletable(IDatabaseDialect dialect, int cases) => dialect.Lock(
        "id, version", "archived_cases", $"id in ({BulkTransaction.List(0, cases)}) and not exists (select 1 from case_holds where case_holds.case_id = archived_cases.id)");

    /// <summary>What deletes everything of the cases. Ids of messages that they took were forgotten long ago (see Messenger), and have no index by case. Parameters: the cases.</summary>
    internal static IEnumerable<string> Deletions(CaseFlowDbContext context, int cases)
    {
        var list = BulkTransaction.List(0, cases);
        return
        [
            $"delete from document_contents where document_id in (select id from documents where case_id in ({list}))",
            $"delete from documents where case_id in ({list})",
            .. MovedTable.All(context).Select(table => table.DeleteArchived(list)),
        ];
    }

    private static bool IsWhole(ExpiredCase row) => ExportVerifier.Verify([row.Exported!]).Faults.Count == 0;

    private static DeletedCaseRecord Record(ExpiredCase row, RetentionRule rule, string file, DateTimeOffset now) => new()
    {
        CaseId = row.Id,
        Tenant = row.Tenant,
        Number = row.Number,
        Kind = row.Kind,
        FlowKey = row.FlowKey,
        ClosedAt = row.ClosedAt,
        Version = row.Version,
        HeadHash = row.HeadHash,
        DeletedAt = now,
        Rule = rule.Name,
        RuleText = rule.ToString(),
        ExportFile = file,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} is not deleted by rule {Rule}: its history does not fit its hashes. See caseflow verify.")]
    private partial void LogBroken(string number, string rule);

    [LoggerMessage(Level = LogLevel.Information, Message = "A batch of rule {Rule} is tried again: {Why}")]
    private partial void LogAgain(string rule, string why);
}
