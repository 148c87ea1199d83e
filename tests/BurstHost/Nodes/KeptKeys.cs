using CaseFlow.Activities;
using CaseFlow.Activities.NotifyReporter;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>The world outside: an activity whose whole effect is a file in a folder, named by its idempotency key.</summary>
internal sealed class KeptKeys(string folder) : IActivity
{
    public ActivityDescription Description => NotifyReporterActivity.Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, call.Key), [], cancel);
        return ActivityResult.Done;
    }
}
