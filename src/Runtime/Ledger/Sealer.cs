using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Seals the heads of the cases that changed since the last seal into the ledger chain.</summary>
internal sealed class Sealer(Database database, EventFeed feed, TimeProvider time)
{
    private const int MostEvents = 10_000;

    /// <summary>Seals all there is.</summary>
    /// <returns>How many seals were written.</returns>
    public async Task<int> SealAsync(CancellationToken cancel = default)
    {
        for (var written = 0; ; written++)
            if (!await SealNextAsync(cancel))
                return written;
    }

    private async Task<bool> SealNextAsync(CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var last = await context.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);
        var events = await feed.ReadAsync(last is null ? FeedPosition.Start : new(last.ThroughTransaction, last.ThroughPosition), MostEvents, cancel);
        if (events.Count == 0) return false;
        var number = (last?.Number ?? 0) + 1;
        var entries = events.GroupBy(e => e.CaseId).Select(group => Entry(number, group.MaxBy(e => e.Sequence)!)).ToList();
        context.LedgerSeals.Add(Seal(number, entries, events[^1], last?.Hash ?? SealHash.None));
        context.LedgerEntries.AddRange(entries);
        // The seal's number is its key: when two nodes seal at once, one of them fails here and writes nothing.
        await context.SaveChangesAsync(cancel);
        return true;
    }

    private static LedgerEntryRecord Entry(long number, CaseEventRecord head) => new() { Seal = number, CaseId = head.CaseId, Version = head.Sequence, HeadHash = head.Hash };

    private LedgerSealRecord Seal(long number, List<LedgerEntryRecord> entries, CaseEventRecord through, byte[] previous)
    {
        var seal = new LedgerSealRecord
        {
            Number = number,
            At = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Entries = entries.Count,
            EntriesHash = SealHash.OfEntries(entries),
            PreviousHash = previous,
            Hash = [],
            ThroughTransaction = through.TransactionId,
            ThroughPosition = through.Position,
        };
        seal.Hash = SealHash.OfSeal(seal);
        return seal;
    }
}
