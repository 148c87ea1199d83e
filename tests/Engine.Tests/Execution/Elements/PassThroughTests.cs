namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class PassThroughTests
{
    [Fact]
    public void An_untyped_task_and_a_none_event_let_the_token_through() => Given.Process("""
        <startEvent id="start" />
        <task id="t" />
        <intermediateThrowEvent id="here" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="t" />
        <sequenceFlow sourceRef="t" targetRef="here" />
        <sequenceFlow sourceRef="here" targetRef="end" />
        """)
        .Started()
        .ThenCompleted("start", "t", "here", "end");

    [Fact]
    public void An_activity_with_several_flows_takes_all_of_them() => Given.Process("""
        <startEvent id="start" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        <sequenceFlow sourceRef="start" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="c" />
        """)
        .Started()
        .Complete("a")
        .ThenLive("b", "c");

    [Fact]
    public void Conditions_on_an_activitys_flows_choose_and_the_default_is_for_none() => Given.Process("""
        <startEvent id="start" />
        <userTask id="a" default="d" />
        <userTask id="b" />
        <userTask id="c" />
        <sequenceFlow sourceRef="start" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="b"><conditionExpression>yes</conditionExpression></sequenceFlow>
        <sequenceFlow id="d" sourceRef="a" targetRef="c" />
        """)
        .Started()
        .Complete("a", ("yes", false))
        .ThenLive("c");
}
