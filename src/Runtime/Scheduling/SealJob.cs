using CaseFlow.Runtime.Ledger;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>Seals the heads of changed cases into the ledger.</summary>
[DisallowConcurrentExecution]
internal sealed class SealJob(Sealer sealer) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sealer.SealAsync(cancellationToken);
}
