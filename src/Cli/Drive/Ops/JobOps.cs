using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>completeJob</c> and <c>failJob</c>: the answer to a service task.</summary>
internal static class JobOps
{
    public static void Complete(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        session.Cases.Run(target, new CompleteJob(Actor.System, Job(target, request), request.Values("variables")));
        answer.WriteBoolean("ok", true);
    }

    public static void Fail(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        var message = request.OptionalText("message") ?? "The activity failed.";
        session.Cases.Run(target, new FailJob(Actor.System, Job(target, request), message, request.OptionalText("error"), request.OptionalNumber("retries") ?? 0));
        answer.WriteBoolean("ok", true);
    }

    private static long Job(DriveCase target, DriveRequest request)
    {
        var element = request.Text("element");
        return target.State.Jobs.Values.FirstOrDefault(job => job.ElementId == element)?.Key ?? throw new DriveRejection("job-not-open", $"Expected an open job of '{element}', but there is none.");
    }
}
