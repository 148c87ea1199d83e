using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Recomputes the ledger chain and looks for each sealed head among the events.</summary>
internal sealed class SealVerifier(CaseFlowDbContext context)
{
    /// <returns>How many seals there are.</returns>
    public async Task<long> VerifyAsync(List<ChainFault> faults, CancellationToken cancel)
    {
        var (number, previous) = (0L, SealHash.None);
        var seals = await context.LedgerSeals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync(cancel);
        foreach (var seal in seals)
        {
            if (seal.Number != ++number)
            {
                faults.Add(Fault("seal-missing", number, $"Expected seal {number} of the ledger, but seal {seal.Number} follows."));
                return seals.Count;
            }

            var entries = context.LedgerEntries.AsNoTracking().Where(entry => entry.Seal == number);
            if (!Holds(seal, previous, await entries.ToListAsync(cancel)))
                faults.Add(Fault("seal-changed", number, $"Expected seal {number} to have the hash of its content, but it has another."));
            await VerifyEntriesAsync(entries, faults, cancel);
            previous = seal.Hash;
        }

        return number;
    }

    public async Task VerifyEntriesAsync(IQueryable<LedgerEntryRecord> entries, List<ChainFault> faults, CancellationToken cancel)
    {
        var events = context.CaseEvents.IgnoreQueryFilters();
        var broken = await entries.AsNoTracking()
            .Select(entry => new { entry, hash = events.Where(e => e.CaseId == entry.CaseId && e.Sequence == entry.Version).Select(e => e.Hash).FirstOrDefault() })
            .Where(pair => pair.hash == null || pair.hash != pair.entry.HeadHash).ToListAsync(cancel);
        foreach (var pair in broken) faults.Add(OfEntry(pair.entry, pair.hash));
    }

    private static bool Holds(LedgerSealRecord seal, byte[] previous, List<LedgerEntryRecord> entries) =>
        seal.Entries == entries.Count && Same(seal.PreviousHash, previous) && Same(seal.EntriesHash, SealHash.OfEntries(entries)) && Same(seal.Hash, SealHash.OfSeal(seal));

    private static bool Same(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private static ChainFault OfEntry(LedgerEntryRecord entry, byte[]? hash) => hash is null
        ? new("sealed-head-missing", entry.CaseId, null, entry.Version, $"Expected event {entry.Version} of case {entry.CaseId}, which seal {entry.Seal} holds, but it is gone.")
        : new("sealed-head-differs", entry.CaseId, null, entry.Version, $"Expected event {entry.Version} of case {entry.CaseId} as seal {entry.Seal} holds it, but it was changed.");

    private static ChainFault Fault(string code, long number, string message) => new(code, null, null, number, message);
}
