using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cli.Drive;
using CaseFlow.TestSupport;

namespace CaseFlow.Cli.Tests.Drive;

/// <summary>Flows over the driver's lines: what the runtime does with a database, here in memory.</summary>
public sealed class DriverFlowTests
{
    private readonly Driver _driver = new();

    [Fact]
    public void A_task_is_completed_by_its_element_its_name_or_its_id()
    {
        Deploy("<startEvent id='s'/><sequenceFlow id='f1' sourceRef='s' targetRef='a'/><userTask id='a' name='First'/><sequenceFlow id='f2' sourceRef='a' targetRef='b'/><userTask id='b' name='Second'/><sequenceFlow id='f3' sourceRef='b' targetRef='c'/><userTask id='c'/><sequenceFlow id='f4' sourceRef='c' targetRef='e'/><endEvent id='e'/>");
        var instance = Start();

        Ok(new { op = "complete", instance, element = "a" });
        Ok(new { op = "complete", instance, element = "Second", variables = new { answer = 42 } });
        Ok(new { op = "complete", instance, task = (string)State(instance)["tasks"]![0]!["id"]! });

        var state = State(instance);
        Assert.Equal("completed", (string?)state["status"]);
        Assert.Equal(["s", "a", "b", "c", "e"], state["trace"]!.AsArray().Select(id => (string)id!));
        Assert.Equal(42, (int)state["variables"]!["answer"]!);
    }

    [Fact]
    public void A_refused_command_says_rejected_and_changes_nothing()
    {
        Deploy("<startEvent id='s'/><sequenceFlow id='f1' sourceRef='s' targetRef='a'/><userTask id='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='e'/><endEvent id='e'/>");
        var instance = Start();
        Ok(new { op = "complete", instance, element = "a" });
        var before = State(instance).ToJsonString();

        var answer = Ask(new { op = "startAdHoc", instance, element = "a" });

        Assert.False((bool)answer["ok"]!);
        Assert.StartsWith("case-closed: ", (string?)answer["rejected"], StringComparison.Ordinal);
        Assert.Equal(before, State(instance).ToJsonString());
    }

    [Fact]
    public void A_message_before_its_wait_is_stored_and_taken_when_the_wait_opens()
    {
        Deploy("<startEvent id='s'/><sequenceFlow id='f1' sourceRef='s' targetRef='a'/><userTask id='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='w'/><intermediateCatchEvent id='w'><messageEventDefinition messageRef='m'/></intermediateCatchEvent><sequenceFlow id='f3' sourceRef='w' targetRef='e'/><endEvent id='e'/>", "<message id='m' name='paid'/>");
        var instance = Start();

        Assert.True((bool)Ok(new { op = "message", name = "paid", variables = new { sum = 3 } })["stored"]!);
        Ok(new { op = "complete", instance, element = "a" });

        Assert.Equal("completed", (string?)State(instance)["status"]);
        Assert.Equal(3, (int)State(instance)["variables"]!["sum"]!);
    }

    [Fact]
    public void Timers_fire_in_the_order_they_are_due()
    {
        Deploy("<startEvent id='s'/><sequenceFlow id='f1' sourceRef='s' targetRef='a'/><userTask id='a'/>"
            + Reminder("late", "PT2H") + Reminder("early", "PT1H") + "<sequenceFlow id='f2' sourceRef='a' targetRef='e'/><endEvent id='e'/>");
        Start();

        var fired = Ok(new { op = "advance", by = "P1D" })["fired"]!.AsArray().Select(id => (string)id!);

        Assert.Equal(["early", "late"], fired);
    }

    [Fact]
    public void A_failed_job_is_an_incident_and_a_retried_one_is_not()
    {
        Deploy("<startEvent id='s'/><sequenceFlow id='f1' sourceRef='s' targetRef='j'/><serviceTask id='j'/><sequenceFlow id='f2' sourceRef='j' targetRef='e'/><endEvent id='e'/>");
        var retried = Start();
        var failed = Start();

        Ok(new { op = "failJob", instance = retried, element = "j", message = "no answer", retries = 1 });
        Ok(new { op = "failJob", instance = failed, element = "j", message = "no answer" });

        Assert.Equal("active", (string?)State(retried)["status"]);
        Assert.Equal("incident", (string?)State(failed)["status"]);
        Assert.Contains("no answer", (string?)State(failed)["incidents"]![0]!["message"], StringComparison.Ordinal);
        Ok(new { op = "completeJob", instance = retried, element = "j" });
        Assert.Equal("completed", (string?)State(retried)["status"]);
    }

    [Fact]
    public void What_is_not_run_is_refused_by_element_and_line()
    {
        var answer = Ask(new { op = "deploy", xml = Xml("<startEvent id='s'/>\n<sequenceFlow id='f1' sourceRef='s' targetRef='g'/>\n<complexGateway id='g'/>") });

        Assert.False((bool)answer["ok"]!);
        var problem = answer["problems"]!.AsArray().First(problem => (string?)problem!["element"] == "g")!;
        Assert.Equal(3, (int)problem["line"]!);
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("enquiry", "complaint")]
    [InlineData("need-project", "project")]
    public void The_shipped_flows_deploy_from_their_folders(string flow, params string[] before)
    {
        foreach (var folder in before.Append(flow)) Ok(new { op = "deploy", file = Repository.Path($"workflows/{folder}/flow.bpmn") });
    }

    private static string Reminder(string id, string after) =>
        $"<boundaryEvent id='{id}' attachedToRef='a' cancelActivity='false'><timerEventDefinition><timeDuration>{after}</timeDuration></timerEventDefinition></boundaryEvent>"
        + $"<sequenceFlow id='{id}-out' sourceRef='{id}' targetRef='{id}-end'/><endEvent id='{id}-end'/>";

    private static string Xml(string content, string beside = "") =>
        $"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:test'>{beside}<process id='p' isExecutable='true'>{content}</process></definitions>";

    private void Deploy(string content, string beside = "") => Ok(new { op = "deploy", xml = Xml(content, beside) });

    private string Start() => (string)Ok(new { op = "start", process = "p" })["instance"]!;

    private JsonNode State(string instance) => Ok(new { op = "state", instance });

    private JsonNode Ok(object line)
    {
        var answer = Ask(line);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private JsonNode Ask(object line) => JsonNode.Parse(_driver.Answer(JsonSerializer.Serialize(line)))!;
}
