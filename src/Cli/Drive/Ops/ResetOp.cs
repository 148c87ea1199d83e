using System.Text.Json;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>reset</c>: forgets everything and sets the clock (<c>now</c>, default 2026-01-05T09:00:00+08:00). With <c>autoJobs</c> service tasks complete by themselves.</summary>
internal static class ResetOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        DateTimeOffset? now = null;
        if (request.OptionalText("now") is { } text)
            now = Iso8601Date.TryParse(text, DriveSession.DefaultZone, out var instant) is { } problem ? throw new DriveFault(problem) : instant;
        session.Reset(now, request.Flag("autoJobs"));
        answer.WriteBoolean("ok", true);
    }
}
