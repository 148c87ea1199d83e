namespace CaseFlow.Engine.Tests.Cases;

public sealed class StageTests
{
    [Fact]
    public void A_stage_that_is_sent_back_to_begins_a_new_round() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="again" />
        <subProcess id="handle"><extensionElements><caseflow:stage order="1" /></extensionElements>
        <userTask id="work" />
        </subProcess>
        <exclusiveGateway id="good" default="on" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="again" />
        <sequenceFlow sourceRef="again" targetRef="handle" />
        <sequenceFlow sourceRef="handle" targetRef="good" />
        <sequenceFlow sourceRef="good" targetRef="again"><conditionExpression>rework</conditionExpression></sequenceFlow>
        <sequenceFlow id="on" sourceRef="good" targetRef="end" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->again", "+ again", "- again", "> again->handle", "+ handle",
            "stage handle entered, round 1", "+ work", "task work")
        .Complete("work", ("rework", true))
        .Then(
            "task work done by wang", "set rework=true", "- work", "stage handle completed, round 1", "- handle", "> handle->good",
            "+ good", "- good", "> good->again (rework)", "+ again", "- again", "> again->handle", "+ handle",
            "stage handle entered, round 2", "+ work", "task work")
        .Complete("work", ("rework", false))
        .ThenStage("handle", 2, false);

    [Fact]
    public void A_stage_that_is_interrupted_is_no_longer_the_current_one() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="handle"><extensionElements><caseflow:stage order="1" /></extensionElements>
        <userTask id="work" />
        </subProcess>
        <userTask id="after" />
        <boundaryEvent id="late" attachedToRef="handle"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="handle" />
        <sequenceFlow sourceRef="late" targetRef="after" />
        """)
        .Started()
        .ThenStage("handle", 1, true)
        .After("PT1H")
        .ThenStage("handle", 1, false);
}
