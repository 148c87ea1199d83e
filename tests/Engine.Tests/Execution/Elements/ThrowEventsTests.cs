using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ThrowEventsTests
{
    [Fact]
    public void A_message_leaves_the_case() => Given.Process("""
        <startEvent id="start" />
        <intermediateThrowEvent id="tell"><messageEventDefinition messageRef="m" /></intermediateThrowEvent>
        <endEvent id="told"><messageEventDefinition messageRef="m" /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="told" />
        """,
        """
        <message id="m" name="approved" />
        """)
        .Started()
        .ThenSent("2:1", "approved", null)
        .ThenSent("3:1", "approved", null)
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_signal_goes_to_every_case() => Given.Process("""
        <startEvent id="start" />
        <intermediateThrowEvent id="tell"><extensionElements><caseflow:input source="=3" target="level" /></extensionElements><signalEventDefinition signalRef="s" /></intermediateThrowEvent>
        <endEvent id="told"><signalEventDefinition signalRef="s" /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="told" />
        """,
        """
        <signal id="s" name="storm" />
        """)
        .Started()
        .ThenBroadcast("2:1", "storm", ("level", 3))
        .ThenBroadcast("3:1", "storm")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void An_escalation_can_end_a_path() => Given.Process("""
        <startEvent id="start" />
        <subProcess id="sub"><startEvent id="s" /><endEvent id="up"><escalationEventDefinition escalationRef="esc" /></endEvent>
        <sequenceFlow sourceRef="s" targetRef="up" />
        <subProcess id="hear" triggeredByEvent="true"><startEvent id="heard" isInterrupting="false"><escalationEventDefinition escalationRef="esc" /></startEvent>
        <userTask id="help" />
        <sequenceFlow sourceRef="heard" targetRef="help" />
        </subProcess></subProcess>
        <sequenceFlow sourceRef="start" targetRef="sub" />
        """,
        """
        <escalation id="esc" escalationCode="up" />
        """)
        .Started()
        .ThenLive("hear", "help", "sub")
        .Complete("help")
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_compensation_end_event_undoes_before_it_ends() => Given.Process("""
        <startEvent id="start" />
        <userTask id="book" />
        <boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition /></boundaryEvent>
        <userTask id="unbook" isForCompensation="true" />
        <association id="a1" sourceRef="cb" targetRef="unbook" />
        <endEvent id="undo"><compensateEventDefinition activityRef="book" /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="book" />
        <sequenceFlow sourceRef="book" targetRef="undo" />
        """)
        .Started()
        .Complete("book")
        .ThenLive("unbook", "undo")
        .Complete("unbook")
        .ThenStatus(CaseStatus.Completed);
}
