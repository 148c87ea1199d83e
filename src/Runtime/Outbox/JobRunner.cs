using System.Text.Json.Nodes;
using CaseFlow.Activities;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ports;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Runs the activity of a job and gives its answer to the case. The answer and the end of the outbox row are one commit.</summary>
internal sealed class JobRunner(
    IEnumerable<IActivity> activities, CaseStore store, CaseRunner runner, FlowLibrary flows, OutboxShelf shelf, OutboxOptions options, FaultPoints points, TimeProvider time)
{
    private static readonly TimeSpan DefaultBackoff = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IActivity> _activities = activities.ToDictionary(activity => activity.Description.Type);

    /// <exception cref="InvalidOperationException">The case could not take the answer; the row must be tried again.</exception>
    public async Task RunAsync(OutboxRecord row, RunActivity effect, CancellationToken cancel)
    {
        var state = (await store.LoadAsync(row.CaseId, fresh: true, cancel))?.State;
        if (state?.Jobs.GetValueOrDefault(effect.Job.Key) is not { } job || job.Attempt != effect.Job.Attempt)
        {
            // Cancelled, or answered by an earlier run of this row.
            await shelf.DoneAsync(row, cancel);
            return;
        }

        var actor = new Actor(ActorKind.Activity, job.ActivityType);
        var command = Answer(actor, state, job, await TryAsync(row, effect, cancel));
        points.Reached(FaultPoints.ActivityDone);
        var result = await runner.AdvanceAsync(row.CaseId, command, [new RowWrite(Statements.DeleteOutbox, row.Key)], cancel);
        points.Reached(FaultPoints.EffectCommitted);
        if (result is NotRun { Code: "job-not-open" or "job-attempt-over" or "case-closed" }) await shelf.DoneAsync(row, cancel);
        else if (result is NotRun failed) throw new InvalidOperationException(failed.Message);
    }

    private async Task<ActivityResult> TryAsync(OutboxRecord row, RunActivity effect, CancellationToken cancel)
    {
        if (!_activities.TryGetValue(effect.Job.ActivityType, out var activity))
            return new Failed($"Expected an activity that is installed, but {effect.Job.ActivityType} is not.", Final: true);
        using var limit = new CancellationTokenSource(options.ActivityTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var call = new ActivityCall(row.Key, row.Tenant, row.CaseId, FeelNodes.Object(effect.Job.Settings), FeelNodes.Object(effect.Variables));
            return await activity.RunAsync(call, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Failed($"Expected an answer within {options.ActivityTime.TotalSeconds} s, but there was none.");
        }
        catch (SettingException e)
        {
            return new Failed(e.Message, Final: true);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Failed(e.Message);
        }
    }

    private Command Answer(Actor actor, CaseState state, JobState job, ActivityResult result)
    {
        if (result is Completed { Answer: JsonObject members }) return new CompleteJob(actor, job.Key, FeelNodes.Context(members), Attempt: job.Attempt);
        if (result is Completed completed) return new CompleteJob(actor, job.Key, FeelContext.Empty, FeelNodes.Value(completed.Answer), job.Attempt);
        var failed = (Failed)result;
        var left = failed.Final ? 0 : Math.Max(0, job.RetriesLeft - 1);
        var again = left == 0 ? (DateTimeOffset?)null : runner.Now + Backoff.After(job.Attempt, FirstPause(state, job));
        return new FailJob(actor, job.Key, failed.Message, failed.ErrorCode, left, again, job.Attempt);
    }

    private TimeSpan FirstPause(CaseState state, JobState job)
    {
        var package = flows.Package(state.Facts.Tenant, state.Flow);
        var activity = package.Processes.Values.Select(process => process.Find(job.ElementId)?.Activity).FirstOrDefault(found => found is not null);
        return activity is not null && TimeSpanOf(activity.Backoff) is { } pause ? pause : DefaultBackoff;
    }

    private static TimeSpan? TimeSpanOf(string duration)
    {
        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(duration);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
