using CaseFlow.Runtime.Retention;
using Quartz;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>Erases and deletes what the retention rules say.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(RetentionDesk retention, RetentionOptions options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (options.Rules.Count > 0) await retention.RunAsync(options, cancellationToken);
    }
}
