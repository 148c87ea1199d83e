using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class InclusiveGatewayTests
{
    [Fact]
    public void Takes_every_flow_that_holds_and_joins_what_was_taken() => Given.Process("""
        <startEvent id="start" />
        <inclusiveGateway id="fork" default="none" /><inclusiveGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a"><conditionExpression>x = 1 or x = 3</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="fork" targetRef="b"><conditionExpression>x > 1</conditionExpression></sequenceFlow>
        <sequenceFlow id="none" sourceRef="fork" targetRef="c" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="c" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started(("x", 3))
        .Then(
            "case started p", "set x=3", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->a (x = 1 or x = 3)",
            "> fork->b (x > 1)", "+ a", "task a", "+ b", "task b")
        .Complete("a")
        .Then("task a done by wang", "- a", "> a->join")
        .Complete("b")
        .Then("task b done by wang", "- b", "> b->join", "+ join", "- join", "> join->end", "+ end", "- end", "case completed");

    [Fact]
    public void Does_not_wait_for_a_flow_that_was_not_taken() => Given.Process("""
        <startEvent id="start" />
        <inclusiveGateway id="fork" default="none" /><inclusiveGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a"><conditionExpression>x = 1</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="fork" targetRef="b"><conditionExpression>x = 2</conditionExpression></sequenceFlow>
        <sequenceFlow id="none" sourceRef="fork" targetRef="c" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="c" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started(("x", 9))
        .Complete("c")
        .ThenCompleted("start", "fork", "c", "join", "end");

    [Fact]
    public void Waits_for_a_token_that_can_still_come_back_through_a_loop() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><exclusiveGateway id="again" /><inclusiveGateway id="join" /><exclusiveGateway id="good" default="on" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="again" />
        <sequenceFlow sourceRef="again" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="good" />
        <sequenceFlow sourceRef="good" targetRef="again"><conditionExpression>rework</conditionExpression></sequenceFlow>
        <sequenceFlow id="on" sourceRef="good" targetRef="b" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="fork" targetRef="c" />
        <sequenceFlow sourceRef="c" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started()
        .Complete("c")
        .Complete("a", ("rework", true))
        .ThenLive("a")
        .Complete("a", ("rework", false))
        .Complete("b")
        .ThenCompleted("start", "fork", "again", "c", "a", "good", "again", "a", "good", "b", "join", "end")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void Fires_once_when_tokens_come_together() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><inclusiveGateway id="join" />
        <userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="join" />
        <sequenceFlow id="second" sourceRef="fork" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="after" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->join", "> second", "+ join",
            "- join", "> join->after", "+ after", "task after");

    [Fact]
    public void Waits_for_the_activity_whose_boundary_event_brought_a_token_beside_it() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><inclusiveGateway id="join" />
        <userTask id="a" />
        <userTask id="b" />
        <boundaryEvent id="late" attachedToRef="b" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" />
        <sequenceFlow sourceRef="b" targetRef="join" />
        <sequenceFlow sourceRef="late" targetRef="join" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """)
        .Started()
        .Complete("a")
        .After("PT2H")
        .ThenLive("b")
        .Complete("b")
        .ThenCompleted("start", "fork", "a", "late", "b", "join", "end")
        .ThenStatus(CaseStatus.Completed);
}
