using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What an event waits for or throws.</summary>
internal static class EventReader
{
    public static EventDefinition? Read(Element element, XElement xml, CompileContext context)
    {
        if (element.Kind is ElementKind.ReceiveTask or ElementKind.SendTask) return TaskMessage(element, xml, context);
        var definition = KindReader.EventDefinitions(xml).First();
        return definition.Name.LocalName switch
        {
            "messageEventDefinition" => Message(element, xml, definition, context),
            "timerEventDefinition" => Timer(xml, definition, context),
            "signalEventDefinition" => Signal(element, definition, context),
            "errorEventDefinition" => new ErrorDefinition(Code(definition, "errorRef", "errorCode", context.Bpmn.Errors, context)),
            "escalationEventDefinition" => new EscalationDefinition(Code(definition, "escalationRef", "escalationCode", context.Bpmn.Escalations, context)),
            "conditionalEventDefinition" => Conditional(definition, context),
            "linkEventDefinition" => new LinkDefinition(definition.Attr("name") ?? element.Name?.Text ?? ""),
            "compensateEventDefinition" => new CompensationDefinition(definition.Reference("activityRef")),
            _ => new TerminateDefinition(ForeignAttributes.Flag(definition, "terminateAll")),
        };
    }

    private static MessageDefinition? TaskMessage(Element element, XElement xml, CompileContext context) =>
        xml.Attr("messageRef") is null && xml.Extension("correlation") is null && MessageFlows.NameOf(element.Id, context.Bpmn) is null ? null : Message(element, xml, xml, context);

    private static MessageDefinition Message(Element element, XElement xml, XElement definition, CompileContext context)
    {
        var message = Referenced(definition, "messageRef", context.Bpmn.Messages, context);
        var correlation = xml.Extension("correlation") ?? definition.Extension("correlation") ?? message?.Extension("correlation");
        var name = message?.Attr("name") is { Length: > 0 } given ? given : message?.Id() ?? MessageFlows.NameOf(element.Id, context.Bpmn) ?? element.Id;
        return new MessageDefinition(name, correlation is null ? null : context.Expressions.Read(correlation.Attr("key"), correlation));
    }

    private static SignalDefinition Signal(Element element, XElement definition, CompileContext context)
    {
        var signal = Referenced(definition, "signalRef", context.Bpmn.Signals, context);
        return new SignalDefinition(signal?.Attr("name") is { Length: > 0 } name ? name : signal?.Id() ?? element.Id);
    }

    private static TimerDefinition Timer(XElement xml, XElement definition, CompileContext context)
    {
        var working = xml.Extension("workingTime") ?? definition.Extension("workingTime");
        var timer = new TimerDefinition(
            Time(definition, "timeDate", context), Time(definition, "timeDuration", context), Time(definition, "timeCycle", context),
            working is null ? null : ClockReader.Due(working, context));
        var given = new object?[] { timer.Date, timer.Duration, timer.Cycle, timer.WorkingTime }.Count(part => part is not null);
        if (given != 1) context.Problems.Error("timer-definition", $"Expected a timer with exactly one of date, duration, cycle and working time, but found {given}.", definition);
        return timer;
    }

    private static Expression? Time(XElement definition, string name, CompileContext context) =>
        definition.Child(name) is { } part ? context.Expressions.Read(part.Value, part) : null;

    private static ConditionDefinition Conditional(XElement definition, CompileContext context)
    {
        var condition = definition.Child("condition");
        var expression = context.Expressions.Feel(condition?.Value, condition ?? definition);
        if (expression is null) context.Problems.Error("missing-condition", "Expected a condition in a conditional event, but it has none.", definition);
        return new ConditionDefinition(expression ?? Expression.Constant("false"));
    }

    private static string? Code(XElement definition, string reference, string attribute, IReadOnlyDictionary<string, XElement> known, CompileContext context) =>
        Referenced(definition, reference, known, context) is { } found ? found.Attr(attribute) is { Length: > 0 } code ? code : found.Id() : null;

    private static XElement? Referenced(XElement definition, string reference, IReadOnlyDictionary<string, XElement> known, CompileContext context)
    {
        if (definition.Reference(reference) is not { } id) return null;
        if (known.TryGetValue(id, out var found)) return found;
        if (reference == "errorRef")
        {
            context.Problems.Warning("undeclared-error", $"Expected errorRef to name an error of this file, but there is no {id}: it is taken as the error's code.", definition);
            return new XElement(BpmnXml.Bpmn + "error", new XAttribute("id", id));
        }

        context.Problems.Error("unknown-reference", $"Expected {reference} to name something of this file, but there is no {id}.", definition);
        return null;
    }
}
