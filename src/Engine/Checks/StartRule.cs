using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Each kind of scope has the start events it can use: a process any but error and escalation, a subprocess a none start, an event subprocess exactly one with a trigger.</summary>
internal static class StartRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var scope in process.Elements.Where(element => element.Kind.IsScope()))
        {
            var starts = scope.Children.Select(child => process.Elements[child]).Where(child => child.Kind.IsStartEvent()).ToList();
            if (scope.Kind == ElementKind.EventSubprocess && (starts.Count != 1 || starts[0].Kind == ElementKind.NoneStartEvent))
                context.Problems.Error("event-subprocess-start", $"Expected event subprocess {scope.Id} to have exactly one start event, with a trigger, but it has not.", scope);
            foreach (var start in starts.Where(start => !Fits(scope.Kind, start.Kind)))
                context.Problems.Error("start-event", $"Expected a start event that can begin {scope.Id}, but {start.Id} is a {start.Kind}.", start);
            if (scope.Kind != ElementKind.AdHocSubprocess && starts.Count(start => start.Kind == ElementKind.NoneStartEvent) > 1)
                context.Problems.Error("start-event", $"Expected one none start event in {scope.Id}, but it has several.", scope);
            if (starts.Count == 0 && scope.Entries.IsEmpty && scope.Kind != ElementKind.EventSubprocess)
                context.Problems.Error("no-start", $"Expected something to begin with in {scope.Id}, but there is nothing.", scope);
        }
    }

    private static bool Fits(ElementKind scope, ElementKind start) => scope switch
    {
        ElementKind.Process => start is not (ElementKind.ErrorStartEvent or ElementKind.EscalationStartEvent),
        ElementKind.Subprocess => start == ElementKind.NoneStartEvent,
        ElementKind.EventSubprocess => true,
        _ => false,
    };
}
