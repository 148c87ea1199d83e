using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Watching;

namespace CaseFlow.Runtime.Due;

/// <summary>Works off due rows. The next batch is claimed and read while one runs; how many commands run at once is bounded, so that new work is not starved.</summary>
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
        var next = ClaimAsync(cancel);
        try
        {
            for (var batch = 1; await next is { Rows.Count: > 0 } claimed; batch++)
            {
                next = batch < MostBatches ? Task.Run(() => ClaimAsync(cancel), CancellationToken.None) : Task.FromResult(DueBatch.None);
                using var trace = Traces.Due(claimed.Rows.Count);
                await BeginAsync(crew, claimed, cancel);
                count += claimed.Rows.Count;
            }
        }
        finally
        {
            await crew.EndAsync();
            if (cancel.IsCancellationRequested) await GiveBackAsync(next);
        }

        return count;
    }

    private async Task<DueBatch> ClaimAsync(CancellationToken cancel)
    {
        // From here on a commit wakes the signal, whatever is found below.
        signal.LookAt(DateTimeOffset.MaxValue);
        var batch = await claims.ClaimAsync(runner.Now, cancel);
        signal.LookNoLaterThan(batch.Next ?? DateTimeOffset.MaxValue);
        if (batch.Rows.Count == 0) return batch;
        points.Reached(FaultPoints.DueClaimed);
        Meters.Claimed(batch.Rows.Count);
        await store.WarmAsync([.. batch.Rows.Select(row => row.CaseId).Distinct()], cancel);
        return batch;
    }

    private async Task BeginAsync(Crew crew, DueBatch batch, CancellationToken cancel)
    {
        // A case's rows stay together: two commands of one case at once would only conflict.
        foreach (var of in batch.Rows.GroupBy(row => row.CaseId))
        {
            if (cancel.IsCancellationRequested) await claims.GiveBackAsync([.. of]);
            else await crew.BeginAsync(() => work.DoAsync(of, cancel), CancellationToken.None);
        }
    }

    /// <summary>This node stops: what it claimed and did not begin is the others' at once, not when the lease ends.</summary>
    private async Task GiveBackAsync(Task<DueBatch> next)
    {
        await next.ContinueWith(_ => { }, TaskScheduler.Default);
        if (next.IsCompletedSuccessfully) await claims.GiveBackAsync(next.Result.Rows);
    }
}
