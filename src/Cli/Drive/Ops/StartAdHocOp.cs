using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>startAdHoc</c>: starts an optional step of an open ad-hoc subprocess.</summary>
internal static class StartAdHocOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        session.Cases.Run(target, new StartAdHocStep(Actor.System, request.Text("element")));
        answer.WriteBoolean("ok", true);
    }
}
