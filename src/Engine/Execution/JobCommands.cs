using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution.Elements;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>The answers of activities.</summary>
internal static class JobCommands
{
    /// <summary>Whether an incident of that code says that a job failed for good.</summary>
    public static bool IsFailure(string code) => code is "job-failed" or "unhandled-error";

    /// <summary>Whether the job failed for good and waits for a person.</summary>
    public static bool HasFailed(CaseState state, long jobKey) => state.Incidents.Values.Any(incident => incident.ElementKey == jobKey && IsFailure(incident.Code));

    public static Rejected? Complete(Step step, CompleteJob c)
    {
        var job = step.State.Jobs[c.JobKey];
        Faults.Resolve(step, c.JobKey, "completed");
        step.Emit(new JobCompleted(job.Key, job.ElementId));
        var variable = step.ElementOf(step.Get(c.JobKey)).ResultVariable;
        Lifecycle.Complete(step, c.JobKey, variable is null ? c.Variables : FeelContext.Empty.With(variable, c.Result ?? c.Variables));
        return null;
    }

    /// <summary>A BPMN error goes to whoever catches it; other failures are tried again, and in the end shown to a person.</summary>
    public static Rejected? Fail(Step step, FailJob c)
    {
        var job = step.State.Jobs[c.JobKey];
        step.Emit(new JobFailed(job.Key, job.ElementId, c.Message, c.ErrorCode, c.ErrorCode is null ? c.RetriesLeft : 0, c.RetryAt));
        if (c.ErrorCode is { } code)
        {
            if (!Throwing.Error(step, c.JobKey, code, FeelContext.Empty, c.Message))
                Faults.Raise(step, c.JobKey, IncidentPhase.Running, "unhandled-error", $"Expected somebody to catch error {code} of {job.ElementId}, but nobody does: {c.Message}");
        }
        else if (c.RetriesLeft > 0) ServiceTaskBehavior.Send(step, step.State.Jobs[c.JobKey]);
        else Faults.Raise(step, c.JobKey, IncidentPhase.Running, "job-failed", $"Expected {job.ActivityType} of {job.ElementId} to succeed, but it failed {job.Attempt} times: {c.Message}");
        return null;
    }
}
