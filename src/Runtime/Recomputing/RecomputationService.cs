using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>Works open clocks out anew in the background, after a calendar or their settings changed.</summary>
internal sealed class RecomputationService(RecomputationSweep sweep, RecomputationSignal signal, TimeProvider time, ILogger<RecomputationService> logger, NodeState node)
    : SweepService(signal, time, logger, node)
{
    protected override TimeSpan Sleep { get; } = TimeSpan.FromSeconds(5);

    protected override Task SweepAsync(CancellationToken cancel) => sweep.SweepAsync(cancel);
}

/// <summary>Nothing wakes it but time: a change waits until every node has read the new calendar.</summary>
internal sealed class RecomputationSignal : WakeSignal;
