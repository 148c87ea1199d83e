using System.Collections.Frozen;

namespace CaseFlow.Engine.Reading;

/// <summary>Attributes and parts that BPMN 2.0's schema gives the elements of a process. What it doesn't know would be ignored by whoever reads the file.</summary>
internal static class BpmnSchema
{
    private const string Any = "documentation extensionElements";
    private const string Node = Any + " auditing monitoring categoryValueRef incoming outgoing";
    private const string Data = " ioSpecification property dataInputAssociation dataOutputAssociation";
    private const string Work = Node + Data + " resourceRole performer humanPerformer potentialOwner standardLoopCharacteristics multiInstanceLoopCharacteristics";
    private const string Scope = "*";
    private const string Definitions =
        " messageEventDefinition timerEventDefinition signalEventDefinition conditionalEventDefinition errorEventDefinition escalationEventDefinition compensateEventDefinition"
        + " linkEventDefinition terminateEventDefinition cancelEventDefinition eventDefinitionRef";

    private const string Catch = Node + " property dataOutput dataOutputAssociation outputSet" + Definitions;
    private const string Throw = Node + " property dataInput dataInputAssociation inputSet" + Definitions;
    private const string Activity = "isForCompensation startQuantity completionQuantity default ";

    /// <summary>Element: attributes beside id and name; parts, or <see cref="Scope"/> where the flow elements are read one by one.</summary>
    private static readonly FrozenDictionary<string, (string[] Attributes, string[] Parts)> Known = new Dictionary<string, (string, string)>
    {
        ["process"] = ("processType isClosed isExecutable definitionalCollaborationRef", Scope),
        ["subProcess"] = (Activity + "triggeredByEvent", Scope),
        ["adHocSubProcess"] = (Activity + "triggeredByEvent ordering cancelRemainingInstances", Scope),
        ["task"] = (Activity, Work),
        ["manualTask"] = (Activity, Work),
        ["userTask"] = (Activity + "implementation", Work + " rendering"),
        ["serviceTask"] = (Activity + "implementation operationRef", Work),
        ["sendTask"] = (Activity + "implementation operationRef messageRef", Work),
        ["receiveTask"] = (Activity + "implementation operationRef messageRef instantiate", Work),
        ["businessRuleTask"] = (Activity + "implementation", Work),
        ["scriptTask"] = (Activity + "scriptFormat", Work + " script"),
        ["callActivity"] = (Activity + "calledElement", Work),
        ["startEvent"] = ("isInterrupting parallelMultiple", Catch),
        ["intermediateCatchEvent"] = ("parallelMultiple", Catch),
        ["boundaryEvent"] = ("attachedToRef cancelActivity parallelMultiple", Catch),
        ["intermediateThrowEvent"] = ("", Throw),
        ["endEvent"] = ("", Throw),
        ["exclusiveGateway"] = ("gatewayDirection default", Node),
        ["inclusiveGateway"] = ("gatewayDirection default", Node),
        ["parallelGateway"] = ("gatewayDirection", Node),
        ["eventBasedGateway"] = ("gatewayDirection instantiate eventGatewayType", Node),
        ["sequenceFlow"] = ("sourceRef targetRef isImmediate", Any + " auditing monitoring categoryValueRef conditionExpression"),
        ["messageEventDefinition"] = ("messageRef", Any + " operationRef"),
        ["timerEventDefinition"] = ("", Any + " timeDate timeDuration timeCycle"),
        ["signalEventDefinition"] = ("signalRef", Any),
        ["conditionalEventDefinition"] = ("", Any + " condition"),
        ["errorEventDefinition"] = ("errorRef", Any),
        ["escalationEventDefinition"] = ("escalationRef", Any),
        ["compensateEventDefinition"] = ("activityRef waitForCompletion", Any),
        ["linkEventDefinition"] = ("", Any + " source target"),
        ["terminateEventDefinition"] = ("", Any),
        ["standardLoopCharacteristics"] = ("testBefore loopMaximum", Any + " loopCondition"),
        ["multiInstanceLoopCharacteristics"] = (
            "isSequential behavior oneBehaviorEventRef noneBehaviorEventRef",
            Any + " loopCardinality loopDataInputRef loopDataOutputRef inputDataItem outputDataItem complexBehaviorDefinition completionCondition"),
        ["dataInputAssociation"] = ("", Any + " sourceRef targetRef transformation assignment"),
        ["dataOutputAssociation"] = ("", Any + " sourceRef targetRef transformation assignment"),
        ["dataObject"] = ("itemSubjectRef isCollection", Node + " dataState"),
        ["dataObjectReference"] = ("itemSubjectRef dataObjectRef", Node + " dataState"),
        ["property"] = ("itemSubjectRef", Any + " dataState"),
        ["association"] = ("sourceRef targetRef associationDirection", Any),
        ["conditionExpression"] = ("language evaluatesToTypeRef", Any),
        ["condition"] = ("language evaluatesToTypeRef", Any),
        ["completionCondition"] = ("language evaluatesToTypeRef", Any),
        ["loopCondition"] = ("language evaluatesToTypeRef", Any),
        ["loopCardinality"] = ("language evaluatesToTypeRef", Any),
        ["timeDate"] = ("language evaluatesToTypeRef", Any),
        ["timeDuration"] = ("language evaluatesToTypeRef", Any),
        ["timeCycle"] = ("language evaluatesToTypeRef", Any),
        ["laneSet"] = ("", Any + " lane"),
        ["lane"] = ("partitionElementRef", Any + " partitionElement flowNodeRef childLaneSet"),
        ["message"] = ("itemRef", Any),
        ["signal"] = ("structureRef", Any),
        ["error"] = ("errorCode structureRef", Any),
        ["escalation"] = ("escalationCode structureRef", Any),
    }.ToFrozenDictionary(entry => entry.Key, entry => (Split(entry.Value.Item1), Split(entry.Value.Item2)));

    public static bool Knows(string element) => Known.ContainsKey(element);

    public static bool HasAttribute(string element, string attribute) => attribute is "id" or "name" || Array.IndexOf(Known[element].Attributes, attribute) >= 0;

    public static bool HasPart(string element, string part) => Known[element].Parts is [Scope] || Array.IndexOf(Known[element].Parts, part) >= 0;

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
