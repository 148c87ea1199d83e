namespace CaseFlow.Activities;

/// <summary>
/// What a service task does outside its case. It runs after the step is durable, at least once: running it again with the same
/// <see cref="ActivityCall.Key"/> must change nothing more.
/// </summary>
public interface IActivity
{
    ActivityDescription Description { get; }

    /// <summary>An exception counts as a failure that may be tried again.</summary>
    Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel);
}
