using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Running;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>The clock hand: has due work, outbox rows and messages looked for, also after a signal was lost.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob(DueSignal due, OutboxSignal outbox, MessageSignal messages) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        due.Wake();
        outbox.Wake();
        messages.Wake();
        return ValueTask.CompletedTask;
    }
}
