using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>complete</c>: completes one open user, manual or receive task, named by <c>element</c> or by <c>task</c> (its id in the state).</summary>
internal static class CompleteOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var target = session.Cases.Find(request.Text("instance"));
        session.Cases.Run(target, new CompleteTask(Actor.System, Task(target, request), request.Values("variables")));
        answer.WriteBoolean("ok", true);
    }

    private static long Task(DriveCase target, DriveRequest request)
    {
        if (request.OptionalText("task") is { } id)
            return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : throw new DriveFault($"Expected a task id, but found '{id}'.");
        var element = request.Text("element");
        var task = target.State.Tasks.Values.FirstOrDefault(task => task.ElementId == element) ?? target.State.Tasks.Values.FirstOrDefault(task => task.Name == element);
        return task?.Key ?? target.KeyOf(element) ?? throw new DriveRejection("task-not-open", $"Expected an open task '{element}', but there is none.");
    }
}
