using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Shows whether stored history was edited: recomputes chains and holds them against the seals. Only reads.</summary>
public sealed class ChainVerifier
{
    private const int CasesAtOnce = 200;
    private const int MostFaults = 100;

    private readonly Database _database;

    internal ChainVerifier(Database database) => _database = database;

    /// <summary>One case, with the seals that hold it. No faults: intact.</summary>
    public async Task<LedgerReport> VerifyCaseAsync(Guid caseId, CancellationToken cancel = default)
    {
        await using var context = _database.OpenUnscoped();
        var (faults, events, found) = (new List<ChainFault>(), 0L, false);
        foreach (var tables in CaseTables.Both(context))
        {
            if (await Heads(tables).SingleOrDefaultAsync(head => head.Id == caseId, cancel) is not { } head) continue;
            found = true;
            events += await VerifyAsync(tables, head, faults, cancel);
        }

        if (!found && !await context.DeletedCases.IgnoreQueryFilters().AnyAsync(row => row.CaseId == caseId, cancel))
            faults.Add(new("case-missing", caseId, null, 0, $"Expected case {caseId}, but it is gone."));
        await new SealVerifier(context).VerifyEntriesAsync(context.LedgerEntries.Where(entry => entry.CaseId == caseId), faults, cancel);
        return new LedgerReport(1, events, 0, faults);
    }

    /// <summary>The whole database.</summary>
    public async Task<LedgerReport> VerifyAllAsync(CancellationToken cancel = default)
    {
        await using var context = _database.OpenUnscoped();
        var faults = new List<ChainFault>();
        var (cases, events) = (0L, 0L);
        foreach (var tables in CaseTables.Both(context))
        {
            var (some, ofThem) = await VerifyCasesAsync(tables, faults, cancel);
            (cases, events) = (cases + some, events + ofThem);
            await FindOrphansAsync(tables, faults, cancel);
        }

        var seals = await new SealVerifier(context).VerifyAsync(faults, cancel);
        var deleted = await context.DeletedCases.IgnoreQueryFilters().LongCountAsync(cancel);
        return new LedgerReport(cases, events, seals, [.. faults.Take(MostFaults)]) { Deleted = deleted };
    }

    private static async Task<(long Cases, long Events)> VerifyCasesAsync(CaseTables tables, List<ChainFault> faults, CancellationToken cancel)
    {
        var (cases, events, last) = (0L, 0L, Guid.Empty);
        while (true)
        {
            var page = await Heads(tables).Where(head => head.Id.CompareTo(last) > 0).OrderBy(head => head.Id).Take(CasesAtOnce).ToListAsync(cancel);
            if (page.Count == 0) return (cases, events);
            foreach (var head in page) events += await VerifyAsync(tables, head, faults, cancel);
            cases += page.Count;
            last = page[^1].Id;
        }
    }

    private static async Task<long> VerifyAsync(CaseTables tables, Head head, List<ChainFault> faults, CancellationToken cancel)
    {
        var chain = new CaseChain(head.Id, head.Number);
        var events = tables.Events.IgnoreQueryFilters().Where(e => e.CaseId == head.Id).OrderBy(e => e.Sequence).AsAsyncEnumerable();
        await foreach (var e in events.WithCancellation(cancel))
        {
            if (chain.Next(e) is not { } fault) continue;
            faults.Add(fault);
            return chain.Sequence;
        }

        if (chain.End(head.Version, head.HeadHash) is { } atEnd) faults.Add(atEnd);
        return chain.Sequence;
    }

    /// <summary>Events whose case is gone.</summary>
    private static async Task FindOrphansAsync(CaseTables tables, List<ChainFault> faults, CancellationToken cancel)
    {
        var cases = tables.Cases.IgnoreQueryFilters();
        var orphans = await tables.Events.IgnoreQueryFilters().Where(e => e.Sequence == 1 && !cases.Any(row => row.Id == e.CaseId))
            .Select(e => e.CaseId).Take(MostFaults).ToListAsync(cancel);
        faults.AddRange(orphans.Select(id => new ChainFault("case-missing", id, null, 0, $"Expected case {id} for the events that name it, but it is gone.")));
    }

    private static IQueryable<Head> Heads(CaseTables tables) =>
        tables.Cases.IgnoreQueryFilters().Select(row => new Head { Id = row.Id, Number = row.Number, Version = row.Version, HeadHash = row.HeadHash });

    private sealed record Head
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required long Version { get; init; }

        public required byte[] HeadHash { get; init; }
    }
}
