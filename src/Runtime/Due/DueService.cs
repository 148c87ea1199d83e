using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Due;

/// <summary>Sweeps due rows when Quartz ticks, and on the dot of a row that is nearer.</summary>
internal sealed class DueService(DueSweep sweep, StartSweep starts, DueSignal signal, TimeProvider time, ILogger<DueService> logger, NodeState node) : SweepService(signal, time, logger, node)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected override TimeSpan Sleep => TimeSpan.FromTicks(Math.Clamp((signal.Next - Time.GetUtcNow()).Ticks, Shortest.Ticks, Longest.Ticks));

    protected override async Task SweepAsync(CancellationToken cancel)
    {
        await sweep.SweepAsync(cancel);
        await starts.SweepAsync(cancel);
    }
}
