using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Works off the outbox in the background.</summary>
internal sealed class OutboxService(OutboxDispatcher dispatcher, OutboxSignal signal, TimeProvider time, ILogger<OutboxService> logger, NodeState node) : SweepService(signal, time, logger, node)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    /// <summary>Rows that other nodes leave behind wake nobody.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    protected override TimeSpan Sleep => dispatcher.Next is { } next
        ? TimeSpan.FromTicks(Math.Clamp((next - Time.GetUtcNow()).Ticks, Shortest.Ticks, Longest.Ticks))
        : Longest;

    protected override Task SweepAsync(CancellationToken cancel) => dispatcher.SweepAsync(cancel);
}
