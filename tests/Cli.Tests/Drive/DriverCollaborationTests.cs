using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Cli.Tests.Drive;

/// <summary>Processes of one file that speak to each other: what one sends reaches the other after the step, never within it.</summary>
public sealed class DriverCollaborationTests
{
    private readonly Driver _driver = new();

    [Fact]
    public void Two_pools_send_each_other_a_message_and_both_end()
    {
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <message id="ask" name="ask"/><message id="reply" name="reply"/>
                <collaboration id="c"><participant id="pa" processRef="asker"/><participant id="pb" processRef="replier"/><messageFlow id="mf" sourceRef="send" targetRef="asked"/></collaboration>
                <process id="asker" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="send"/><intermediateThrowEvent id="send"><messageEventDefinition messageRef="ask"/></intermediateThrowEvent>
                  <sequenceFlow sourceRef="send" targetRef="wait"/><receiveTask id="wait" messageRef="reply"/><sequenceFlow sourceRef="wait" targetRef="e"/><endEvent id="e"/></process>
                <process id="replier" isExecutable="true"><startEvent id="asked"><messageEventDefinition messageRef="ask"/></startEvent><sequenceFlow sourceRef="asked" targetRef="back"/>
                  <endEvent id="back"><messageEventDefinition messageRef="reply"/></endEvent></process>
                """),
        });

        var asker = (string)Ok(new { op = "start", process = "asker" })["instance"]!;

        Assert.Equal(["s", "send", "wait", "e"], Trace(asker));
        Assert.Equal("completed", (string?)Ok(new { op = "state", instance = asker })["status"]);
        Assert.Equal(["asked", "back"], Trace("case-2"));
    }

    [Fact]
    public void Jobs_of_two_cases_with_the_same_keys_are_answered_each_in_its_own_case()
    {
        Ok(new { op = "reset", autoJobs = true });
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <message id="go" name="go"/>
                <process id="first" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="f"/><parallelGateway id="f"/><sequenceFlow sourceRef="f" targetRef="send"/><sequenceFlow sourceRef="f" targetRef="work"/>
                  <endEvent id="send"><messageEventDefinition messageRef="go"/></endEvent><serviceTask id="work"/></process>
                <process id="second" isExecutable="true"><startEvent id="gone"><messageEventDefinition messageRef="go"/></startEvent><sequenceFlow sourceRef="gone" targetRef="job"/><serviceTask id="job"/></process>
                """),
        });

        Ok(new { op = "start", process = "first" });

        Assert.Equal(["s", "send", "work"], Trace("case-1"));
        Assert.Equal(["gone", "job"], Trace("case-2"));
    }

    [Fact]
    public void Processes_that_call_each_other_for_ever_are_stopped_and_the_driver_goes_on()
    {
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <message id="ping" name="ping"/>
                <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="e"/><endEvent id="e"><messageEventDefinition messageRef="ping"/></endEvent></process>
                <process id="q" isExecutable="true"><startEvent id="pinged"><messageEventDefinition messageRef="ping"/></startEvent><sequenceFlow sourceRef="pinged" targetRef="again"/><endEvent id="again"><messageEventDefinition messageRef="ping"/></endEvent></process>
                """),
        });

        Assert.StartsWith("Expected fewer than 20000 effects", (string?)Ask(new { op = "start", process = "p" })["error"], StringComparison.Ordinal);
        Ok(new { op = "feel", expression = "1" });
    }

    [Fact]
    public void A_message_whose_process_can_not_begin_leaves_its_sender_as_it_is()
    {
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <message id="go" name="go"/>
                <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="e"/><endEvent id="e"><messageEventDefinition messageRef="go"/></endEvent></process>
                <process id="q" isExecutable="true"><startEvent id="gone"><messageEventDefinition messageRef="go"/></startEvent><sequenceFlow sourceRef="gone" targetRef="g"/><exclusiveGateway id="g"/>
                  <sequenceFlow sourceRef="g" targetRef="a"><conditionExpression>1 = 2</conditionExpression></sequenceFlow><userTask id="a"/></process>
                """),
        });

        var instance = (string)Ok(new { op = "start", process = "p" })["instance"]!;

        Assert.Equal(["s", "e"], Trace(instance));
    }

    [Fact]
    public void A_repeated_task_stands_in_the_trace_once_an_instance()
    {
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="t"/>
                  <task id="t"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task><sequenceFlow sourceRef="t" targetRef="e"/><endEvent id="e"/></process>
                """),
        });

        Assert.Equal(["s", "t", "t", "t", "e"], Trace((string)Ok(new { op = "start", process = "p" })["instance"]!));
    }

    [Fact]
    public void A_long_step_is_gone_on_with_at_once()
    {
        Ok(new
        {
            op = "deploy",
            xml = Definitions("""
                <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="t"/>
                  <task id="t"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2500</loopCardinality></multiInstanceLoopCharacteristics></task><sequenceFlow sourceRef="t" targetRef="e"/><endEvent id="e"/></process>
                """),
        });

        Assert.Equal(2502, Trace((string)Ok(new { op = "start", process = "p" })["instance"]!).Length);
    }

    private static string Definitions(string content) => $"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>{content}</definitions>";

    private string[] Trace(string instance) => [.. Ok(new { op = "state", instance })["trace"]!.AsArray().Select(id => (string)id!)];

    private JsonNode Ok(object line)
    {
        var answer = Ask(line);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private JsonNode Ask(object line) => JsonNode.Parse(_driver.Answer(JsonSerializer.Serialize(line)))!;
}
