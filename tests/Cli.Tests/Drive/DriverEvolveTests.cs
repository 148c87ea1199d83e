using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Cli.Tests.Drive;

/// <summary>Over the driver's lines: incidents, moves to another version, and which version a call runs.</summary>
public sealed class DriverEvolveTests : IDisposable
{
    private readonly Driver _driver = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-drive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_incident_is_retried_skipped_or_mended()
    {
        Deploy("fork.bpmn", "fork", """
            <startEvent id="s"/><exclusiveGateway id="g"/><userTask id="a"/><userTask id="b"/><sequenceFlow id="f0" sourceRef="s" targetRef="u"/><userTask id="u"/><sequenceFlow id="f" sourceRef="u" targetRef="g"/>
            <sequenceFlow id="toA" sourceRef="g" targetRef="a"><conditionExpression>x = 1</conditionExpression></sequenceFlow>
            <sequenceFlow id="toB" sourceRef="g" targetRef="b"><conditionExpression>x = 2</conditionExpression></sequenceFlow>
            """);
        var (first, second) = (Stuck(), Stuck());

        var incident = Assert.Single(State(first)["incidents"]!.AsArray())!;
        Assert.Equal(("g", "no-path"), ((string?)incident["element"], (string?)incident["code"]));
        Ok(new { op = "retry", instance = first, element = "g" });
        Assert.Equal("incident", (string?)State(first)["status"]);
        Ok(new { op = "mend", instance = first, element = "g", variables = new { x = 2 } });
        Assert.Equal(["b"], Live(first));

        var refused = Ask(new { op = "skip", instance = second, incident = (string?)State(second)["incidents"]![0]!["id"] });
        Assert.Equal("choice-missing: Expected one of the sequence flows toA, toB to go on by from g, but none was chosen.", (string?)refused["rejected"]);
        Ok(new { op = "skip", instance = second, element = "g", flow = "toA", reason = "known" });
        Assert.Equal(["a"], Live(second));
    }

    [Fact]
    public void A_case_is_moved_to_the_newest_version()
    {
        Deploy("two.bpmn", "two", "<startEvent id='s'/><userTask id='a'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='e'/>");
        var instance = Start("two");
        Deploy("two.bpmn", "two", "<startEvent id='s'/><userTask id='aa'/><userTask id='b'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='aa'/><sequenceFlow id='f2' sourceRef='aa' targetRef='b'/><sequenceFlow id='f3' sourceRef='b' targetRef='e'/>");

        var plan = Ok(new { op = "migrate", instance, dryRun = true });
        Assert.Equal("step-missing", (string?)plan["problems"]![0]!["code"]);
        Assert.Equal("step-missing: Expected a step of two.bpmn@2 to continue a, but there is no a.", (string?)Ask(new { op = "migrate", instance })["rejected"]);
        Assert.Equal(2, (int)Ok(new { op = "migrate", instance, map = new { a = "aa" } })["version"]!);
        Ok(new { op = "complete", instance, element = "aa" });
        Ok(new { op = "complete", instance, element = "b" });

        Assert.Equal("completed", (string?)State(instance)["status"]);
        Assert.Equal(["s", "aa", "b", "e"], State(instance)["trace"]!.AsArray().Select(id => (string)id!));
        Assert.StartsWith("Expected a deployed version", (string?)Ask(new { op = "migrate", instance, to = 9 })["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x2")]
    [InlineData("<caseflow:call binding='latest'/>", "x3")]
    [InlineData("<caseflow:call binding='version-tag' versionTag='spring'/>", "x1")]
    public void A_call_runs_the_version_that_its_binding_means(string binding, string live)
    {
        Child("<extensionElements><caseflow:version tag='spring'/></extensionElements><userTask id='x1'/>");
        Child("<userTask id='x2'/>");
        Deploy("parent.bpmn", "parent", $"<startEvent id='s'/><callActivity id='call' calledElement='child'><extensionElements>{binding}</extensionElements></callActivity><sequenceFlow id='f' sourceRef='s' targetRef='call'/>");
        Child("<userTask id='x3'/>");

        var instance = Start("parent");

        Assert.Equal(["call", live], Live(instance));
        Child("<userTask id='x4'/>");
        Assert.Equal(["call", live], Live(instance));
    }

    [Fact]
    public void An_unknown_version_tag_is_refused_by_element_and_line()
    {
        Child("<userTask id='x1'/>");
        var answer = Write("parent.bpmn", "parent", "<startEvent id='s'/>\n<callActivity id='call' calledElement='child'><extensionElements><caseflow:call binding='version-tag' versionTag='spring'/></extensionElements></callActivity><sequenceFlow id='f' sourceRef='s' targetRef='call'/>");
        var problem = Assert.Single(answer["problems"]!.AsArray())!;
        Assert.Equal(("unknown-called-process", "call", 2), ((string?)problem["rule"], (string?)problem["element"], (int)problem["line"]!));
    }

    private void Child(string elements) => Deploy("child.bpmn", "child", elements);

    private string Stuck()
    {
        var instance = Start("fork");
        Ok(new { op = "complete", instance, element = "u" });
        return instance;
    }

    private string Start(string process) => (string)Ok(new { op = "start", process })["instance"]!;

    private JsonNode State(string instance) => Ok(new { op = "state", instance });

    private IEnumerable<string> Live(string instance) => State(instance)["elements"]!.AsArray().Select(id => (string)id!);

    private void Deploy(string file, string process, string elements) => Assert.True((bool)Write(file, process, elements)["ok"]!);

    private JsonNode Write(string file, string process, string elements)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, $"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:caseflow='urn:caseflow:bpmn:1.0' id='d' targetNamespace='t'><process id='{process}' isExecutable='true'>{elements}</process></definitions>");
        return Ask(new { op = "deploy", file = path });
    }

    private JsonNode Ok(object request)
    {
        var answer = Ask(request);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private JsonNode Ask(object request) => JsonNode.Parse(_driver.Answer(JsonSerializer.Serialize(request)))!;
}
