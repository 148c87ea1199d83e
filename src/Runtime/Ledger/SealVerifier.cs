using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Recomputes the ledger chain and looks for each sealed head among the events.</summary>
internal sealed class SealVerifier(CaseFlowDbContext context)
{
    private const int SealsAtOnce = 1000;
    private const int MostUnsealed = 100;

    /// <returns>How many seals there are.</returns>
    public async Task<long> VerifyAsync(List<ChainFault> faults, CancellationToken cancel)
    {
        var (number, previous) = (0L, SealHash.None);
        while (await PageAsync(number, cancel) is { Count: > 0 } seals)
            foreach (var seal in seals)
            {
                if (seal.Number != ++number)
                {
                    faults.Add(Fault("seal-missing", number, $"Expected seal {number} of the ledger, but seal {seal.Number} follows."));
                    return number;
                }

                var entries = context.LedgerEntries.AsNoTracking().Where(entry => entry.Seal == number);
                if (!Holds(seal, previous, await entries.ToListAsync(cancel)))
                    faults.Add(Fault("seal-changed", number, $"Expected seal {number} to have the hash of its content, but it has another."));
                await VerifyEntriesAsync(entries, faults, cancel);
                previous = seal.Hash;
            }

        await VerifyDeletionsAsync(faults, cancel);
        return number;
    }

    /// <summary>A record of a deletion that no seal holds was written by hand: nobody's rule deleted that case.</summary>
    private async Task VerifyDeletionsAsync(List<ChainFault> faults, CancellationToken cancel)
    {
        var entries = context.LedgerEntries;
        var unsealed = await context.DeletedCases.IgnoreQueryFilters().Where(row => !entries.Any(entry => entry.CaseId == row.CaseId && entry.Version == DeletionHash.Version))
            .Select(row => new { row.CaseId, row.Number }).Take(MostUnsealed).ToListAsync(cancel);
        faults.AddRange(unsealed.Select(row => new ChainFault(
            "deletion-changed", row.CaseId, row.Number, DeletionHash.Version, $"Expected a seal that holds the deletion of case {row.Number}, but there is none.")));
    }

    /// <summary>Each head that a seal holds must be that of an event, of an archived event, or of a case that a rule deleted.</summary>
    public async Task VerifyEntriesAsync(IQueryable<LedgerEntryRecord> entries, List<ChainFault> faults, CancellationToken cancel)
    {
        var (daily, archived) = (context.CaseEvents.IgnoreQueryFilters(), context.ArchivedCaseEvents.IgnoreQueryFilters());
        var broken = await entries.AsNoTracking()
            .Select(entry => new
            {
                entry,
                hash = daily.Where(e => e.CaseId == entry.CaseId && e.Sequence == entry.Version).Select(e => e.Hash).FirstOrDefault()
                    ?? archived.Where(e => e.CaseId == entry.CaseId && e.Sequence == entry.Version).Select(e => e.Hash).FirstOrDefault(),
            })
            .Where(pair => pair.hash == null || pair.hash != pair.entry.HeadHash).ToListAsync(cancel);
        var cases = broken.Select(pair => pair.entry.CaseId).Distinct().ToList();
        var deleted = await context.DeletedCases.AsNoTracking().IgnoreQueryFilters().Where(row => cases.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, cancel);
        foreach (var pair in broken)
            if (!deleted.TryGetValue(pair.entry.CaseId, out var record)) faults.Add(OfEntry(pair.entry, pair.hash));
            else if (pair.hash is not null || !Fits(pair.entry, record)) faults.Add(OfDeleted(pair.entry));
    }

    private async Task<List<LedgerSealRecord>> PageAsync(long after, CancellationToken cancel) =>
        await context.LedgerSeals.AsNoTracking().Where(seal => seal.Number > after).OrderBy(seal => seal.Number).Take(SealsAtOnce).ToListAsync(cancel);

    /// <summary>Heads before the last one went with the case; the last one and the deletion itself are known.</summary>
    private static bool Fits(LedgerEntryRecord entry, DeletedCaseRecord record) =>
        entry.Version == DeletionHash.Version ? Same(entry.HeadHash, DeletionHash.Of(record))
        : entry.Version == record.Version ? Same(entry.HeadHash, record.HeadHash)
        : entry.Version < record.Version;

    private static bool Holds(LedgerSealRecord seal, byte[] previous, List<LedgerEntryRecord> entries) =>
        seal.Entries == entries.Count && Same(seal.PreviousHash, previous) && Same(seal.EntriesHash, SealHash.OfEntries(entries)) && Same(seal.Hash, SealHash.OfSeal(seal));

    private static bool Same(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private static ChainFault OfEntry(LedgerEntryRecord entry, byte[]? hash) => hash is null
        ? new("sealed-head-missing", entry.CaseId, null, entry.Version, $"Expected event {entry.Version} of case {entry.CaseId}, which seal {entry.Seal} holds, but it is gone.")
        : new("sealed-head-differs", entry.CaseId, null, entry.Version, $"Expected event {entry.Version} of case {entry.CaseId} as seal {entry.Seal} holds it, but it was changed.");

    private static ChainFault OfDeleted(LedgerEntryRecord entry) => new(
        "deletion-changed", entry.CaseId, null, entry.Version, $"Expected what is kept of the deleted case {entry.CaseId} as seal {entry.Seal} holds it, but it was changed.");

    private static ChainFault Fault(string code, long number, string message) => new(code, null, null, number, message);
}
