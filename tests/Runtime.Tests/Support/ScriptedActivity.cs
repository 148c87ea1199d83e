using CaseFlow.Activities;
using CaseFlow.Activities.NotifyReporter;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Stands in for an activity; does what the test says.</summary>
internal sealed class ScriptedActivity(Func<ActivityCall, ActivityResult> run) : IActivity
{
    public ActivityDescription Description => NotifyReporterActivity.Described;

    public Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel) => Task.FromResult(run(call));
}
