using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Retention;

/// <summary>The rows that stay of deleted cases: a record of each, and a seal of the ledger that holds them.</summary>
internal static class DeletedBatch
{
    internal const string InsertRecord =
        "insert into deleted_cases (case_id, tenant, number, kind, flow_key, closed_at, version, head_hash, deleted_at, \"rule\", rule_text, export_file) "
        + "values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)";

    internal const string LastSeal =
        "select number, hash, through_transaction, through_position from ledger_seals where number = (select max(number) from ledger_seals)";

    internal const string InsertSeal =
        "insert into ledger_seals (number, at, entries, entries_hash, previous_hash, hash, through_transaction, through_position) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)";

    internal const string InsertEntry = "insert into ledger_entries (seal, case_id, version, head_hash) values (@p0, @p1, @p2, @p3)";

    public static async Task WriteAsync(BulkTransaction transaction, IReadOnlyList<DeletedCaseRecord> records, CancellationToken cancel)
    {
        foreach (var row in records)
            await transaction.ExecuteAsync(
                InsertRecord,
                [row.CaseId, row.Tenant, row.Number, row.Kind, row.FlowKey, row.ClosedAt, row.Version, row.HeadHash, row.DeletedAt, row.Rule, row.RuleText, row.ExportFile], cancel);
        await SealAsync(transaction, records, cancel);
    }

    /// <summary>The seal's number is its key: when the ledger was sealed meanwhile, the whole batch fails and is tried again.</summary>
    private static async Task SealAsync(BulkTransaction transaction, IReadOnlyList<DeletedCaseRecord> records, CancellationToken cancel)
    {
        var last = (await transaction.QueryAsync(
            LastSeal, [], row => (Number: row.GetInt64(0), Hash: row.GetFieldValue<byte[]>(1), Transaction: row.GetInt64(2), Position: row.GetInt64(3)), cancel)).SingleOrDefault();
        var number = last.Number + 1;
        var entries = records.Select(row => new LedgerEntryRecord { Seal = number, CaseId = row.CaseId, Version = DeletionHash.Version, HeadHash = DeletionHash.Of(row) }).ToList();
        var seal = new LedgerSealRecord
        {
            Number = number,
            At = records[0].DeletedAt,
            Entries = entries.Count,
            EntriesHash = SealHash.OfEntries(entries),
            PreviousHash = last.Hash ?? SealHash.None,
            Hash = [],
            ThroughTransaction = last.Hash is null ? -1 : last.Transaction,
            ThroughPosition = last.Hash is null ? -1 : last.Position,
        };
        seal.Hash = SealHash.OfSeal(seal);
        await transaction.ExecuteAsync(
            InsertSeal, [seal.Number, seal.At, seal.Entries, seal.EntriesHash, seal.PreviousHash, seal.Hash, seal.ThroughTransaction, seal.ThroughPosition], cancel);
        foreach (var entry in entries) await transaction.ExecuteAsync(InsertEntry, [entry.Seal, entry.CaseId, entry.Version, entry.HeadHash], cancel);
    }
}
