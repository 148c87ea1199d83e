using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Works off the outbox in the background.</summary>
internal sealed class OutboxService(OutboxDispatcher dispatcher, OutboxSignal signal, ILogger<OutboxService> logger) : SweepService(signal, logger)
{
    /// <summary>A row that is to be tried again has its own time, which wakes nobody.</summary>
    protected override TimeSpan Sleep { get; } = TimeSpan.FromSeconds(2);

    protected override Task SweepAsync(CancellationToken cancel) => dispatcher.SweepAsync(cancel);
}
