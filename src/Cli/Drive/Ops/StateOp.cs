using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>state</c>: a case as it stands.</summary>
internal static class StateOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        answer.WriteBoolean("ok", true);
        answer.WriteString("status", Status(target.State));
        answer.WriteTime("now", session.Now);
        answer.WriteTexts("elements", target.State.LiveElements);
        if (target.State.Closure is { } closure) answer.WriteString("closure", closure);
        answer.WriteRows("tasks", target.State.Tasks.Values, Task);
        answer.WriteRows("timers", target.State.Timers.Values.Where(timer => !timer.IsContinuation).OrderBy(timer => timer.DueAt), Timer);
        answer.WriteRows("subscriptions", target.State.Subscriptions.Values, Subscription);
        answer.WriteRows("clocks", target.State.Clocks.Values, Clock);
        answer.WriteRows("jobs", target.State.Jobs.Values, Job);
        answer.WriteRows("incidents", target.State.Incidents.Values, Incident);
        answer.WritePropertyName("variables");
        FeelJson.Write(answer, target.State.Variables);
        answer.WriteTexts("trace", target.Trace);
    }

    private static string Status(CaseState state) => state switch
    {
        { Status: CaseStatus.Active, Incidents.IsEmpty: false } => "incident",
        _ => state.Status.ToString().ToLowerInvariant(),
    };

    private static void Task(Utf8JsonWriter answer, TaskState task)
    {
        answer.WriteString("id", task.Key.ToString(CultureInfo.InvariantCulture));
        answer.WriteString("element", task.ElementId);
        answer.WriteString("name", task.Name);
        answer.WriteString("assignee", task.Assignee);
        answer.WriteTexts("candidates", task.Team is null ? [] : [task.Team]);
        if (task.Due is { } due) answer.WriteTime("due", due);
        else answer.WriteNull("due");
    }

    private static void Timer(Utf8JsonWriter answer, TimerState timer)
    {
        answer.WriteString("element", timer.ElementId);
        answer.WriteTime("due", timer.DueAt);
    }

    private static void Subscription(Utf8JsonWriter answer, SubscriptionState subscription)
    {
        answer.WriteString("kind", subscription.Kind.ToString().ToLowerInvariant());
        answer.WriteString("name", subscription.Name);
        answer.WriteString("correlation", subscription.CorrelationKey);
        answer.WriteString("element", subscription.ElementId);
    }

    private static void Clock(Utf8JsonWriter answer, ClockState clock)
    {
        answer.WriteString("id", clock.ClockId);
        answer.WriteTime("due", clock.Due);
        answer.WriteString("status", clock.PausedAt is not null ? "paused" : clock.NextMark is ClockMark.Warning or ClockMark.Breach ? "running" : "breached");
    }

    private static void Job(Utf8JsonWriter answer, JobState job)
    {
        answer.WriteString("element", job.ElementId);
        answer.WriteString("activity", job.ActivityType);
        answer.WriteNumber("attempt", job.Attempt);
    }

    private static void Incident(Utf8JsonWriter answer, IncidentState incident)
    {
        answer.WriteString("id", incident.Key.ToString(CultureInfo.InvariantCulture));
        answer.WriteString("element", incident.ElementId);
        answer.WriteString("code", incident.Code);
        answer.WriteString("message", incident.Message);
    }
}
