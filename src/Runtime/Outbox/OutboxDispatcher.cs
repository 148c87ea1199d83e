using System.Collections.Concurrent;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Outbox;

/// <summary>
/// Works off the outbox: every unsent row, at least once. While rows run, further ones begin as soon as the limits of their activity
/// allow, so that a slow activity holds up nothing but itself.
/// </summary>
internal sealed class OutboxDispatcher(OutboxClaims claims, OutboxWork work, ActivityGates gates, CaseRunner runner, OutboxSignal signal, TimeProvider time, FaultPoints points)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, OutboxRecord> _running = new();

    /// <summary>When to look again: a row's time to be tried again, or a minute's limit that is over.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>Works off what may be sent now, and what may be sent before that is done.</summary>
    /// <returns>How many rows were worked on.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        try
        {
            while (true)
            {
                // Asked before: what ends during the claim makes room that the claim didn't see.
                var idle = _running.IsEmpty;
                var (rows, next) = await claims.ClaimAsync(runner.Now, cancel);
                Next = next;
                if (rows.Count > 0) points.Reached(FaultPoints.OutboxClaimed);
                foreach (var row in rows) Begin(row, cancel);
                count += rows.Count;
                if (rows.Count > 0) continue;
                if (idle) return count;
                await signal.WaitAsync(Look, time, cancel);
            }
        }
        finally
        {
            if (cancel.IsCancellationRequested) await Task.WhenAll(_running.Keys);
        }
    }

    private void Begin(OutboxRecord row, CancellationToken cancel)
    {
        // The task is listed before it can end and take itself off the list.
        var listed = new TaskCompletionSource();
        var run = Task.Run(async () =>
        {
            await listed.Task;
            await work.DoAsync(row, cancel);
        }, CancellationToken.None);
        _running[run] = row;
        _ = run.ContinueWith(
            ended =>
            {
                _running.TryRemove(ended, out _);
                gates.Of(row.Activity).End();
                signal.Wake();
            },
            TaskScheduler.Default);
        listed.SetResult();
    }
}
