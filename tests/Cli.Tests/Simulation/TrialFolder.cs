namespace CaseFlow.Cli.Tests.Simulation;

/// <summary>A small flow in a folder of its own: a request is sorted, and big ones are done.</summary>
internal sealed class TrialFolder : IDisposable
{
    private const string Bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
          <process id="small" name="小流程" isExecutable="true">
            <extensionElements>
              <caseflow:text lang="en" name="Small flow"/>
              <caseflow:clock id="promise" name="承诺" stop="do" rule="elapsed-hours" amount="24"/>
              <caseflow:closure id="done" name="办成"/>
              <caseflow:closure id="small" name="小事"/>
            </extensionElements>
            <startEvent id="start"><extensionElements><caseflow:form key="ask"/></extensionElements></startEvent>
            <businessRuleTask id="sort"><extensionElements><caseflow:decision ref="size"/><caseflow:result variable="size"/></extensionElements></businessRuleTask>
            <exclusiveGateway id="big" default="no"/>
            <userTask id="do"><extensionElements><caseflow:assignment team="desk"/><caseflow:form key="do"/></extensionElements></userTask>
            <endEvent id="done"><extensionElements><caseflow:close type="done"/></extensionElements></endEvent>
            <endEvent id="small-end"><extensionElements><caseflow:close type="small"/></extensionElements></endEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="sort"/>
            <sequenceFlow id="f2" sourceRef="sort" targetRef="big"/>
            <sequenceFlow id="yes" sourceRef="big" targetRef="do"><conditionExpression xsi:type="tFormalExpression">=size = "big"</conditionExpression></sequenceFlow>
            <sequenceFlow id="no" sourceRef="big" targetRef="small-end"/>
            <sequenceFlow id="f3" sourceRef="do" targetRef="done"/>
          </process>
        </definitions>
        """;

    private const string Table = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="size-definitions" name="size" namespace="t">
          <inputData id="people" name="people"><variable id="people-variable" name="people"/></inputData>
          <decision id="size" name="size">
            <variable id="size-variable" name="size"/>
            <informationRequirement id="needs-people"><requiredInput href="#people"/></informationRequirement>
            <decisionTable id="size-table" hitPolicy="FIRST">
              <input id="in"><inputExpression id="in-expression" typeRef="number"><text>people</text></inputExpression></input>
              <output id="out" typeRef="string"/>
              <rule id="many"><inputEntry id="many-in"><text>&gt;= LIMIT</text></inputEntry><outputEntry id="many-out"><text>"big"</text></outputEntry></rule>
              <rule id="few"><inputEntry id="few-in"><text>-</text></inputEntry><outputEntry id="few-out"><text>"small"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("caseflow-simulate-").FullName;

    public TrialFolder(int limit = 5)
    {
        Directory.CreateDirectory(Flow);
        Write("small/flow.bpmn", Bpmn);
        Write("small/size.dmn", Table.Replace("LIMIT", limit.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Write("small/ask.form.json", Form("people", """ "min": 1, "max": 10 """));
        Write("small/do.form.json", Form("hours", """ "min": 1, "max": 3 """));
    }

    public string Flow => Path.Combine(_root, "small");

    public string Write(string name, string text)
    {
        var file = Path.Combine(_root, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Form(string key, string limits) =>
        $$"""{ "type": "default", "schemaVersion": 18, "components": [{ "type": "number", "key": "{{key}}", "label": "{{key}}", "validate": { "required": true,{{limits}} } }] }""";
}
