using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

internal static class EvolveJobs
{
    public static CaseState Apply(CaseState state, CaseEvent @event) => @event switch
    {
        JobCreated e => state with { Jobs = state.Jobs.SetItem(e.Job.Key, e.Job) },
        JobFailed e => state with { Jobs = state.Jobs.SetItem(e.JobKey, Failed(state.Jobs[e.JobKey], e)) },
        JobCompleted e => state with { Jobs = state.Jobs.Remove(e.JobKey) },
        JobCancelled e => state with { Jobs = state.Jobs.Remove(e.JobKey) },
        _ => throw new InvalidOperationException($"Expected an event of a job, but found {@event.GetType().Name}."),
    };

    private static JobState Failed(JobState job, JobFailed e) =>
        job with { Attempt = job.Attempt + 1, RetriesLeft = e.RetriesLeft, RetryAt = e.RetryAt };
}
