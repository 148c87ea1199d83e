using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Messages;

/// <summary>Delivers stored messages in the background, once their waits open.</summary>
internal sealed class MessageService(Messenger messenger, MessageSignal signal, TimeProvider time, ILogger<MessageService> logger, NodeState node) : SweepService(signal, time, logger, node)
{
    protected override async Task SweepAsync(CancellationToken cancel)
    {
        while (await messenger.SweepAsync(cancel) > 0)
        {
        }
    }
}
