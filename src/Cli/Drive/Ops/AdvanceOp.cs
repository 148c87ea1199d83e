using System.Text.Json;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>advance</c>: moves the clock <c>by</c> a duration or <c>to</c> an instant and fires what comes due.</summary>
internal static class AdvanceOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var until = Until(session, request);
        if (until < session.Now) throw new DriveRejection("time-past", $"Expected a time from {session.Now:O} on, but found {until:O}.");
        var fired = session.Timers.Advance(until);
        answer.WriteBoolean("ok", true);
        answer.WriteTexts("fired", fired);
    }

    private static DateTimeOffset Until(DriveSession session, DriveRequest request)
    {
        if (request.OptionalText("to") is { } text)
            return Iso8601Date.TryParse(text, DriveSession.DefaultZone, out var instant) is { } wrong ? throw new DriveFault(wrong) : instant;
        if (Iso8601Duration.TryParse(request.Text("by"), out var duration) is { } problem) throw new DriveFault(problem);
        return duration.AddTo(session.Now, DriveSession.DefaultZone) ?? throw new DriveFault("Expected a time between the years 1900 and 9990.");
    }
}
