using CaseFlow.Runtime.Publishing;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>
/// Flows that use every way a case is written: people, an activity, a timer, a message, a case that opens another by a message, and one that the clock opens.
/// </summary>
internal static class BurstFlows
{
    public const string Tenant = "t1";

    /// <summary>User task, activity, timer, message, user task; at its end it opens a case of <see cref="Report"/> by a message.</summary>
    public const string Main = "main";

    public const string Report = "report";

    /// <summary>Opened by the clock.</summary>
    public const string Tick = "tick";

    private const string Activity =
        """<bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">done</caseflow:setting></caseflow:activity></bpmn:extensionElements>""";

    private static readonly string MainBpmn = Definitions(
        "main", """<bpmn:message id="go" name="go" /><bpmn:message id="report" name="report" />""",
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "tell")}
         <bpmn:serviceTask id="tell" name="Tell">{Activity}</bpmn:serviceTask>{Flow("tell", "later")}
         <bpmn:intermediateCatchEvent id="later"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT0.1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("later", "m")}
         <bpmn:intermediateCatchEvent id="m"><bpmn:extensionElements><caseflow:correlation key="=order" /></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="go" /></bpmn:intermediateCatchEvent>
         {Flow("m", "b")}<bpmn:userTask id="b" name="B" />{Flow("b", "r")}
         <bpmn:intermediateThrowEvent id="r"><bpmn:messageEventDefinition id="rd" messageRef="report" /></bpmn:intermediateThrowEvent>{Flow("r", "e")}<bpmn:endEvent id="e" />
         """);

    private static readonly string ReportBpmn = Definitions(
        "report", """<bpmn:message id="report" name="report" />""",
        $"""
         <bpmn:startEvent id="s"><bpmn:messageEventDefinition id="md" messageRef="report" /></bpmn:startEvent>{Flow("s", "tell")}
         <bpmn:serviceTask id="tell" name="Tell">{Activity}</bpmn:serviceTask>{Flow("tell", "e")}<bpmn:endEvent id="e" />
         """);

    private static readonly string TickBpmn = Definitions(
        "tick", "",
        $"""
         <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
         {Flow("s", "e")}<bpmn:endEvent id="e" />
         """);

    public static async Task PublishAsync(Publisher publisher)
    {
        foreach (var (key, bpmn) in new[] { (Report, ReportBpmn), (Main, MainBpmn), (Tick, TickBpmn) })
        {
            var outcome = await publisher.PublishAsync(Tenant, "test", key, new Dictionary<string, string> { ["flow.bpmn"] = bpmn }, "", default);
            if (outcome.Version is null) throw new InvalidOperationException(string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
        }
    }

    private static string Definitions(string process, string definitions, string content) =>
        $"""
         <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:test">
           {definitions}<bpmn:process id="{process}" name="{process}" isExecutable="true">{content}</bpmn:process>
         </bpmn:definitions>
         """;

    private static string Flow(string from, string to) => $"""<bpmn:sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}" />""";
}
