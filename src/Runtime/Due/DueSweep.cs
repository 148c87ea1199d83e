using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Due;

/// <summary>Works off due rows. The next batch is claimed while one runs; how many commands run at once is bounded, so that new work is not starved.</summary>
internal sealed class DueSweep(DueClaims claims, DueWork work, CaseRunner runner, CaseStore store, DueSignal signal, DueOptions options, FaultPoints points)
{
    /// <summary>Then the sweep ends though more is due: start timers get their turn.</summary>
    private const int MostBatches = 20;

    /// <summary>Works off what is due now, batch after batch, and tells the signal when to look next.</summary>
    /// <returns>How many rows were worked on.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        using var crew = new Crew(options.AtOnce);
        var count = 0;
        try
        {
            for (var batch = 0; batch < MostBatches; batch++)
            {
                // From here on a commit wakes the signal, whatever is found below.
                signal.LookAt(DateTimeOffset.MaxValue);
                var (rows, next) = await claims.ClaimAsync(runner.Now, cancel);
                signal.LookNoLaterThan(next ?? DateTimeOffset.MaxValue);
                if (rows.Count == 0) break;
                points.Reached(FaultPoints.DueClaimed);
                await BeginAsync(crew, rows, cancel);
                count += rows.Count;
            }
        }
        finally
        {
            await crew.EndAsync();
        }

        return count;
    }

    private async Task BeginAsync(Crew crew, IReadOnlyList<DueRecord> rows, CancellationToken cancel)
    {
        // A case's rows stay together: two commands of one case at once would only conflict.
        var cases = rows.GroupBy(row => row.CaseId).ToList();
        await store.WarmAsync([.. cases.Select(of => of.Key)], cancel);
        foreach (var of in cases)
            await crew.BeginAsync(() => work.DoAsync(of, cancel), cancel);
    }
}
