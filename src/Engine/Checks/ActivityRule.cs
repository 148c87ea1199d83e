using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Warns of tasks that do nothing as they are drawn.</summary>
internal static class ActivityRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
        {
            if (element.Kind == ElementKind.UntypedTask)
                context.Problems.Warning("untyped-task", $"Expected {element.Id} to be a user task, a service task or the like, but it has no type: it does nothing when it runs.", element);
            if (element is { Kind: ElementKind.ServiceTask, Activity: null } or { Kind: ElementKind.SendTask, Activity: null, Event: null })
                context.Problems.Warning("no-activity", $"Expected {element.Id} to name an activity, but it names none: it waits for a worker outside.", element);
            if (element is { Kind: ElementKind.ReceiveTask, Event: null })
                context.Problems.Warning("no-message", $"Expected {element.Id} to name a message, but it names none: it waits for a person to say that it came.", element);
        }
    }
}
