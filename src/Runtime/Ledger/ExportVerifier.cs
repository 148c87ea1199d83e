using CaseFlow.Runtime.Export;

namespace CaseFlow.Runtime.Ledger;

/// <summary>Recomputes the chains of an export. An export has no seals: that a whole case is missing doesn't show.</summary>
public static class ExportVerifier
{
    public static LedgerReport Verify(IEnumerable<ExportedCase> cases)
    {
        var (count, events, faults) = (0L, 0L, new List<ChainFault>());
        foreach (var exported in cases)
        {
            count++;
            events += Verify(exported, faults);
        }

        return new LedgerReport(count, events, 0, faults);
    }

    private static long Verify(ExportedCase exported, List<ChainFault> faults)
    {
        var chain = new CaseChain(exported.CaseId, exported.Number);
        foreach (var e in exported.Events)
        {
            if (chain.Next(e) is not { } fault) continue;
            faults.Add(fault);
            return chain.Sequence;
        }

        if (chain.End(exported.Version, exported.HeadHash) is { } atEnd) faults.Add(atEnd);
        return chain.Sequence;
    }
}
