using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Which kind an XML element is. One table: what isn't in it is refused.</summary>
internal static class KindReader
{
    /// <summary>What stands among flow elements without being run: links, text, data, documentation.</summary>
    private static readonly HashSet<string> Silent =
    [
        "documentation", "extensionElements", "incoming", "outgoing", "sequenceFlow", "laneSet", "association", "textAnnotation", "group",
        "dataObject", "dataObjectReference", "dataStoreReference", "ioSpecification", "property", "dataInputAssociation", "dataOutputAssociation",
        "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "completionCondition", "auditing", "monitoring", "supportedInterfaceRef",
    ];

    private static readonly Dictionary<string, ElementKind> Plain = new(StringComparer.Ordinal)
    {
        ["task"] = ElementKind.UntypedTask,
        ["userTask"] = ElementKind.UserTask,
        ["manualTask"] = ElementKind.ManualTask,
        ["serviceTask"] = ElementKind.ServiceTask,
        ["sendTask"] = ElementKind.SendTask,
        ["receiveTask"] = ElementKind.ReceiveTask,
        ["businessRuleTask"] = ElementKind.BusinessRuleTask,
        ["scriptTask"] = ElementKind.ScriptTask,
        ["callActivity"] = ElementKind.CallActivity,
        ["adHocSubProcess"] = ElementKind.AdHocSubprocess,
        ["exclusiveGateway"] = ElementKind.ExclusiveGateway,
        ["parallelGateway"] = ElementKind.ParallelGateway,
        ["inclusiveGateway"] = ElementKind.InclusiveGateway,
        ["eventBasedGateway"] = ElementKind.EventBasedGateway,
    };

    private static readonly Dictionary<(string, string), ElementKind> Events = new()
    {
        [("startEvent", "")] = ElementKind.NoneStartEvent,
        [("startEvent", "message")] = ElementKind.MessageStartEvent,
        [("startEvent", "timer")] = ElementKind.TimerStartEvent,
        [("startEvent", "signal")] = ElementKind.SignalStartEvent,
        [("startEvent", "conditional")] = ElementKind.ConditionalStartEvent,
        [("startEvent", "error")] = ElementKind.ErrorStartEvent,
        [("startEvent", "escalation")] = ElementKind.EscalationStartEvent,
        [("endEvent", "")] = ElementKind.NoneEndEvent,
        [("endEvent", "message")] = ElementKind.MessageEndEvent,
        [("endEvent", "signal")] = ElementKind.SignalEndEvent,
        [("endEvent", "error")] = ElementKind.ErrorEndEvent,
        [("endEvent", "escalation")] = ElementKind.EscalationEndEvent,
        [("endEvent", "compensate")] = ElementKind.CompensationEndEvent,
        [("endEvent", "terminate")] = ElementKind.TerminateEndEvent,
        [("intermediateThrowEvent", "")] = ElementKind.NoneThrowEvent,
        [("intermediateThrowEvent", "message")] = ElementKind.MessageThrowEvent,
        [("intermediateThrowEvent", "signal")] = ElementKind.SignalThrowEvent,
        [("intermediateThrowEvent", "escalation")] = ElementKind.EscalationThrowEvent,
        [("intermediateThrowEvent", "link")] = ElementKind.LinkThrowEvent,
        [("intermediateThrowEvent", "compensate")] = ElementKind.CompensationThrowEvent,
        [("intermediateCatchEvent", "message")] = ElementKind.MessageCatchEvent,
        [("intermediateCatchEvent", "timer")] = ElementKind.TimerCatchEvent,
        [("intermediateCatchEvent", "signal")] = ElementKind.SignalCatchEvent,
        [("intermediateCatchEvent", "conditional")] = ElementKind.ConditionalCatchEvent,
        [("intermediateCatchEvent", "link")] = ElementKind.LinkCatchEvent,
        [("boundaryEvent", "message")] = ElementKind.MessageBoundaryEvent,
        [("boundaryEvent", "timer")] = ElementKind.TimerBoundaryEvent,
        [("boundaryEvent", "signal")] = ElementKind.SignalBoundaryEvent,
        [("boundaryEvent", "conditional")] = ElementKind.ConditionalBoundaryEvent,
        [("boundaryEvent", "error")] = ElementKind.ErrorBoundaryEvent,
        [("boundaryEvent", "escalation")] = ElementKind.EscalationBoundaryEvent,
        [("boundaryEvent", "compensate")] = ElementKind.CompensationBoundaryEvent,
    };

    private const string Suffix = "EventDefinition";

    public static bool IsFlowElement(XElement element) => element.IsBpmn() && !Silent.Contains(element.Name.LocalName);

    public static IEnumerable<XElement> EventDefinitions(XElement element) =>
        element.Elements().Where(child => child.IsBpmn() && (child.Name.LocalName.EndsWith(Suffix, StringComparison.Ordinal) || child.Name.LocalName == "eventDefinitionRef"));

    /// <summary>Null, and a problem, for what is not run.</summary>
    public static ElementKind? Read(XElement element, ProblemList problems)
    {
        var name = element.Name.LocalName;
        if (Plain.TryGetValue(name, out var kind)) return kind;
        if (name == "subProcess") return element.Flag("triggeredByEvent", false) ? ElementKind.EventSubprocess : ElementKind.Subprocess;
        var definitions = EventDefinitions(element).Select(definition => definition.Name.LocalName.Replace(Suffix, "", StringComparison.Ordinal)).ToList();
        if (definitions.Count <= 1 && Events.TryGetValue((name, definitions.FirstOrDefault() ?? ""), out kind)) return kind;
        var found = definitions.Count == 0 ? name : $"{name} with {string.Join(" and ", definitions)}";
        problems.Error("unsupported-element", $"Expected a supported BPMN element, but found {found}.", element);
        return null;
    }
}
