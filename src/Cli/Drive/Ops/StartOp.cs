using System.Text.Json;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>start</c>: starts a case of the newest version of a <c>process</c>.</summary>
internal static class StartOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var process = request.Text("process");
        var package = session.World.WithProcess(process) ?? throw new DriveRejection("unknown-process", $"Expected a deployed process, but there is none named '{process}'.");
        var started = session.Cases.Start(package, process, request.OptionalText("element"), request.Values("variables"), request.OptionalText("businessKey"));
        answer.WriteBoolean("ok", true);
        answer.WriteString("instance", started.Id);
    }
}
