namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ErrorEndEventTests
{
    [Fact]
    public void Goes_to_the_nearest_boundary_event_with_its_code() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <endEvent id="fail"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="fail" />
        </subProcess>
        <boundaryEvent id="any" attachedToRef="sub"><errorEventDefinition /></boundaryEvent>
        <boundaryEvent id="named" attachedToRef="sub"><errorEventDefinition errorRef="err" /></boundaryEvent>
        <userTask id="a" />
        <userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="any" targetRef="a" />
        <sequenceFlow sourceRef="named" targetRef="b" />
        """,
        """
        <error id="err" errorCode="E1" /><error id="other" errorCode="E2" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->fail", "+ fail",
            "x fail (interrupted by named)", "x sub (interrupted by named)", "+ named", "- named", "> named->b", "+ b", "task b");

    [Fact]
    public void Passes_a_scope_that_catches_only_another_code() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="outer">
        <startEvent id="o" />
        <subProcess id="sub">
        <startEvent id="s" />
        <endEvent id="fail"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="fail" />
        </subProcess>
        <boundaryEvent id="wrong" attachedToRef="sub"><errorEventDefinition errorRef="other" /></boundaryEvent>
        <userTask id="a" />
        <sequenceFlow sourceRef="o" targetRef="sub" />
        <sequenceFlow sourceRef="wrong" targetRef="a" />
        </subProcess>
        <boundaryEvent id="right" attachedToRef="outer"><errorEventDefinition errorRef="err" /></boundaryEvent>
        <userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="outer" />
        <sequenceFlow sourceRef="right" targetRef="b" />
        """,
        """
        <error id="err" errorCode="E1" /><error id="other" errorCode="E2" />
        """)
        .Started()
        .ThenLive("b");

    [Fact]
    public void Stops_with_an_incident_when_nobody_catches_it() => Given.Process("""
        <startEvent id="start" />
        <userTask id="a" />
        <endEvent id="fail"><errorEventDefinition errorRef="err" /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="fail" />
        """,
        """
        <error id="err" errorCode="E1" /><error id="other" errorCode="E2" />
        """)
        .Started()
        .Complete("a")
        .ThenIncident("unhandled-error", "fail", "Expected somebody to catch error E1 of fail, but nobody does.")
        .ThenLive("fail");
}
