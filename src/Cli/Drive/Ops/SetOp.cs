using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>set</c>: sets variables of a case, or of the scope of a live <c>element</c>.</summary>
internal static class SetOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        var scope = request.OptionalText("element") is { } element
            ? target.KeyOf(element) ?? throw new DriveRejection("unknown-scope", $"Expected a live element, but '{element}' is not one.")
            : 0;
        session.Cases.Run(target, new SetVariables(Actor.System, scope, request.Values("variables")));
        answer.WriteBoolean("ok", true);
    }
}
