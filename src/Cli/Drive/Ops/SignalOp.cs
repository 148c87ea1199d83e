using System.Text.Json;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>signal</c>: broadcasts a signal by <c>name</c>.</summary>
internal static class SignalOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var reached = session.Cases.Broadcast(request.Text("name"), request.Values("variables"));
        answer.WriteBoolean("ok", true);
        answer.WriteTexts("reached", reached.Select(target => target.Id));
    }
}
