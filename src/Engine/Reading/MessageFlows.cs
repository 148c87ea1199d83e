using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Message flows between two processes of the file. An end that names no message sends, or waits for, the message of the flow: the one the flow names,
/// else that of its other end, else one that is called as the flow.
/// </summary>
internal static class MessageFlows
{
    /// <summary>The message's name; null: no flow of two ends that run leads from or to the element.</summary>
    public static string? NameOf(string elementId, BpmnFile file)
    {
        foreach (var flow in file.Collaborations.SelectMany(collaboration => collaboration.Elements(BpmnXml.Bpmn + "messageFlow")))
        {
            var (source, target) = (flow.Reference("sourceRef"), flow.Reference("targetRef"));
            if (source != elementId && target != elementId) continue;
            if (Node(source, file) is not { } from || Node(target, file) is not { } to) continue;
            return NameOfMessage(flow.Reference("messageRef"), file) ?? NameOfMessage(MessageOf(source == elementId ? to : from), file) ?? flow.Attr("name") ?? flow.Id();
        }

        return null;
    }

    private static XElement? Node(string? id, BpmnFile file) =>
        id is null ? null : file.Processes.Where(process => process.Flag("isExecutable", true)).SelectMany(process => process.Descendants()).FirstOrDefault(element => element.IsBpmn() && element.Id() == id && element.Name.LocalName != "lane");

    private static string? MessageOf(XElement node) =>
        node.Reference("messageRef") ?? KindReader.EventDefinitions(node).Select(definition => definition.Reference("messageRef")).FirstOrDefault(reference => reference is not null);

    private static string? NameOfMessage(string? id, BpmnFile file) =>
        id is not null && file.Messages.TryGetValue(id, out var message) ? message.Attr("name") is { Length: > 0 } name ? name : id : null;
}
