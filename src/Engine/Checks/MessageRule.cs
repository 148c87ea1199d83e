using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>
/// Warns of events that wait for a message nobody is known to send. A case action is sent by a person; one with a correlation key, or with a message flow
/// drawn into it, comes from outside; else an element of this flow or of one it may call has to send it.
/// </summary>
internal static class MessageRule
{
    private const string Setting = "message";

    public static void Check(IReadOnlyCollection<Process> processes, CompileContext context)
    {
        var sent = processes.Concat(context.Callable.Values.Distinct().SelectMany(package => package.Processes.Values))
            .SelectMany(process => process.Elements).SelectMany(Sent).ToHashSet(StringComparer.Ordinal);
        var drawn = context.Bpmn.Collaborations.SelectMany(collaboration => collaboration.Elements(BpmnXml.Bpmn + "messageFlow")).Select(flow => flow.Reference("targetRef")).ToHashSet();
        foreach (var process in processes.Where(process => !IsDrawnInto(process, drawn, context)))
            foreach (var element in process.Elements)
                if (element.Event is MessageDefinition { Correlation: null } message && Waits(element) && !sent.Contains(message.Name) && !drawn.Contains(element.Id))
                    context.Problems.Warning("message-nobody-sends", $"Expected somebody to send message {message.Name} to {element.Id}, but no element does, no person may, and it has neither a correlation key nor a message flow.", element);
    }

    /// <summary>A receive task a person may complete, and the start of a process opens a case: neither waits in vain. An event without a message is another rule's matter.</summary>
    private static bool Waits(Element element)
    {
        if (element.Action is not null || (element.Event as MessageDefinition)?.Name == element.Id) return false;
        return element.Kind is ElementKind.MessageCatchEvent or ElementKind.MessageBoundaryEvent || element is { Kind: ElementKind.MessageStartEvent, Parent: > 0 };
    }

    private static IEnumerable<string> Sent(Element element)
    {
        if (element is { Kind: ElementKind.MessageThrowEvent or ElementKind.MessageEndEvent or ElementKind.SendTask, Event: MessageDefinition message }) yield return message.Name;
        foreach (var setting in element.Activity?.Settings ?? [])
            if (setting.Key == Setting)
                yield return setting.Value.Text;
    }

    /// <summary>A message flow that ends at the pool may be for any of its events.</summary>
    private static bool IsDrawnInto(Process process, HashSet<string?> drawn, CompileContext context) =>
        context.Bpmn.Collaborations.SelectMany(collaboration => collaboration.Elements(BpmnXml.Bpmn + "participant"))
            .Any(participant => participant.Reference("processRef") == process.Id && drawn.Contains(participant.Id()));
}
