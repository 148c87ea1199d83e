namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class EscalationThrowEventTests
{
    [Fact]
    public void Goes_on_beside_the_handler_that_does_not_interrupt() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <intermediateThrowEvent id="tell"><escalationEventDefinition escalationRef="esc" /></intermediateThrowEvent>
        <userTask id="a" />
        <sequenceFlow sourceRef="s" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="a" />
        </subProcess>
        <boundaryEvent id="heard" attachedToRef="sub" cancelActivity="false"><escalationEventDefinition escalationRef="esc" /></boundaryEvent>
        <userTask id="help" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="heard" targetRef="help" />
        """,
        """
        <escalation id="esc" escalationCode="up" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->tell", "+ tell", "+ heard", "- heard",
            "> heard->help", "- tell", "> tell->a", "+ help", "task help", "+ a", "task a");

    [Fact]
    public void Does_not_go_on_once_it_is_interrupted() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub">
        <startEvent id="s" />
        <intermediateThrowEvent id="tell"><escalationEventDefinition escalationRef="esc" /></intermediateThrowEvent>
        <userTask id="a" />
        <sequenceFlow sourceRef="s" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="a" />
        </subProcess>
        <boundaryEvent id="heard" attachedToRef="sub"><escalationEventDefinition /></boundaryEvent>
        <userTask id="help" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="heard" targetRef="help" />
        """,
        """
        <escalation id="esc" escalationCode="up" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sub", "+ sub", "+ s", "- s", "> s->tell", "+ tell",
            "x tell (interrupted by heard)", "x sub (interrupted by heard)", "+ heard", "- heard", "> heard->help", "+ help",
            "task help");

    [Fact]
    public void Goes_on_when_nobody_hears() => Given.Process("""
        <startEvent id="start" />
        <intermediateThrowEvent id="tell"><escalationEventDefinition escalationRef="esc" /></intermediateThrowEvent>
        <userTask id="a" />
        <sequenceFlow sourceRef="start" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="a" />
        """,
        """
        <escalation id="esc" escalationCode="up" />
        """)
        .Started()
        .ThenCompleted("start", "tell")
        .ThenLive("a");
}
