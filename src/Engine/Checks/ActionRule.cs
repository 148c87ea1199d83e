using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Case actions stand on messages: on a boundary event or on the start of an event subprocess.</summary>
internal static class ActionRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements.Where(element => element.Action is not null))
        {
            if (element.Kind is not (ElementKind.MessageBoundaryEvent or ElementKind.MessageStartEvent) || element.Kind == ElementKind.MessageStartEvent && process.Elements[element.Parent].Kind != ElementKind.EventSubprocess)
                context.Problems.Error("case-action", $"Expected a case action on a message boundary event or the message start of an event subprocess, but {element.Id} is a {element.Kind}.", element);
            if (element.Event is MessageDefinition { Correlation: not null })
                context.Problems.Error("case-action", $"Expected no correlation on case action {element.Id}, but it has one.", element);
        }
    }
}
