using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>retry</c>, <c>skip</c> and <c>mend</c>: what a person does about an incident, named by <c>incident</c> (its id in the state) or by <c>element</c>; beyond the protocol.</summary>
internal static class IncidentOps
{
    private const string NoReason = "by the driver";

    public static void Retry(DriveSession session, DriveRequest request, Utf8JsonWriter answer) =>
        Run(session, request, answer, key => new RetryIncident(Actor.System, key));

    public static void Skip(DriveSession session, DriveRequest request, Utf8JsonWriter answer) =>
        Run(session, request, answer, key => new SkipIncident(Actor.System, key, request.OptionalText("reason") ?? NoReason, request.OptionalText("flow")));

    public static void Mend(DriveSession session, DriveRequest request, Utf8JsonWriter answer) =>
        Run(session, request, answer, key => new MendVariables(Actor.System, key, request.Values("variables"), request.OptionalText("reason") ?? NoReason));

    private static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer, Func<long, Command> command)
    {
        var target = session.Cases.Find(request.Text("instance"));
        session.Cases.Run(target, command(Incident(target, request)));
        answer.WriteBoolean("ok", true);
    }

    private static long Incident(DriveCase target, DriveRequest request)
    {
        if (request.OptionalText("incident") is { } id)
            return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : throw new DriveFault($"Expected an incident's id, but found '{id}'.");
        var element = request.Text("element");
        return target.State.Incidents.Values.FirstOrDefault(incident => incident.ElementId == element)?.Key
            ?? throw new DriveRejection("incident-not-open", $"Expected an incident at '{element}', but there is none.");
    }
}
