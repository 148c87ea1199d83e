using CaseFlow.Runtime.Archive;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>Moves cases that were closed long ago to the archive.</summary>
[DisallowConcurrentExecution]
internal sealed class ArchiveJob(Archiver archiver) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await archiver.RunAsync(cancellationToken);
}
