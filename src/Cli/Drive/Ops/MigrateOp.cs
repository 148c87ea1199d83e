using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Migrating;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary>
/// <c>migrate</c>: moves a case to the newest version of its flow, or to version <c>to</c>; <c>map</c> names the elements whose ids differ.
/// With <c>dryRun</c> it only answers where the case stands and what is in the way. Beyond the protocol.
/// </summary>
internal static class MigrateOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        var running = target.State.Flow;
        var to = running with { Version = request.OptionalNumber("to") ?? session.World.NewestVersion(running.Key) };
        if (!session.World.Has(to)) throw new DriveFault($"Expected a deployed version, but there is no {to}.");
        var map = Map(request);
        if (request.Flag("dryRun"))
        {
            Write(Migration.Plan(session.World, target.State, running, to, map), answer);
            return;
        }

        session.Cases.Run(target, new MigrateCase(Actor.System, running, to, map, request.OptionalText("reason") ?? "by the driver"));
        answer.WriteBoolean("ok", true);
        answer.WriteNumber("version", to.Version);
    }

    private static MigrationMap Map(DriveRequest request) => request.Find("map") switch
    {
        null => MigrationMap.Same,
        { ValueKind: JsonValueKind.Object } map => MigrationMap.Of(map.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Id(entry)))),
        _ => throw new DriveFault("Expected 'map' to be an object of element ids."),
    };

    private static string Id(JsonProperty entry) =>
        entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : throw new DriveFault($"Expected the element id that continues '{entry.Name}' to be a text.");

    private static void Write(MigrationPlan plan, Utf8JsonWriter answer)
    {
        answer.WriteBoolean("ok", true);
        answer.WriteRows("places", plan.Places, (row, place) =>
        {
            row.WriteString("element", place.ElementId);
            row.WriteString("target", place.Target);
        });
        answer.WriteRows("problems", plan.Problems, (row, problem) =>
        {
            row.WriteString("element", problem.ElementId);
            row.WriteString("code", problem.Code);
            row.WriteString("message", problem.Message);
        });
    }
}
