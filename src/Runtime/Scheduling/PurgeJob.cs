using CaseFlow.Runtime.Documents;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>Deletes documents that were put aside and never named by a case.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(DocumentStore documents) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await documents.PurgeAsync(cancellationToken);
}
