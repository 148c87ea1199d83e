using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ParallelGatewayTests
{
    [Fact]
    public void Takes_all_flows_and_joins_one_token_of_each() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><parallelGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->a", "> fork->b", "+ a", "task a",
            "+ b", "task b")
        .Complete("b")
        .Then("task b done by wang", "- b", "> b->join")
        .Complete("a")
        .Then("task a done by wang", "- a", "> a->join", "+ join", "- join", "> join->end", "+ end", "- end", "case completed");

    [Fact]
    public void Waits_for_the_other_flow_though_one_flow_brings_two_tokens() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><exclusiveGateway id="merge" /><parallelGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="fork" targetRef="c" />
        <sequenceFlow sourceRef="a" targetRef="merge" />
        <sequenceFlow sourceRef="b" targetRef="merge" />
        <sequenceFlow sourceRef="merge" targetRef="join" />
        <sequenceFlow sourceRef="c" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started()
        .Complete("a")
        .Complete("b")
        .ThenLive("c")
        .Complete("c")
        .ThenStatus(CaseStatus.Active)
        .ThenIncident("deadlock", "p", "Expected a token on c->join at join, but nothing that runs can bring one.");

    [Fact]
    public void Joins_again_after_a_rework_loop() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="again" /><parallelGateway id="fork" /><parallelGateway id="join" /><exclusiveGateway id="good" default="done" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="check" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="again" />
        <sequenceFlow sourceRef="again" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="check" />
        <sequenceFlow sourceRef="check" targetRef="good" />
        <sequenceFlow sourceRef="good" targetRef="again"><conditionExpression>rework</conditionExpression></sequenceFlow>
        <sequenceFlow id="done" sourceRef="good" targetRef="end" />
        """)
        .Started()
        .Complete("a")
        .Complete("b")
        .Complete("check", ("rework", true))
        .Complete("b")
        .Complete("a")
        .Complete("check", ("rework", false))
        .ThenCompleted("start", "again", "fork", "a", "b", "join", "check", "good", "again", "fork", "b", "a", "join", "check", "good", "end")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Asks_no_condition_on_its_way_out_and_takes_its_flows_in_their_written_order() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork"><outgoing>two</outgoing><outgoing>one</outgoing></parallelGateway>
        <userTask id="a" />
        <userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow id="one" sourceRef="fork" targetRef="a"><conditionExpression>false</conditionExpression></sequenceFlow>
        <sequenceFlow id="two" sourceRef="fork" targetRef="b" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> two", "> one", "+ b", "task b", "+ a", "task a");
}
