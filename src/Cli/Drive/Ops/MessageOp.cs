using System.Text.Json;
using CaseFlow.Engine.Effects;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>message</c>: sends a message by <c>name</c> and <c>correlation</c>; one nobody waits for is stored.</summary>
internal static class MessageOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var takers = session.Cases.Send(new SendMessage("drive", request.Text("name"), request.OptionalText("correlation"), request.Values("variables")));
        answer.WriteBoolean("ok", true);
        if (takers.Count == 0) answer.WriteBoolean("stored", true);
        else answer.WriteTexts("correlated", takers.Select(taker => taker.Id));
    }
}
