namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class EventBasedGatewayTests
{
    [Fact]
    public void The_first_event_takes_the_token_and_the_others_are_withdrawn() => Given.Process("""
        <startEvent id="start" />
        <eventBasedGateway id="gate" />
        <intermediateCatchEvent id="answer"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>
        <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <userTask id="thank" />
        <userTask id="remind" />
        <sequenceFlow sourceRef="start" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="answer" />
        <sequenceFlow sourceRef="gate" targetRef="late" />
        <sequenceFlow sourceRef="answer" targetRef="thank" />
        <sequenceFlow sourceRef="late" targetRef="remind" />
        """,
        """
        <message id="m" name="answer" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->gate", "+ gate", "waits for message answer at answer",
            "timer late at 01-05 11:00")
        .Message("answer", ("text", "yes"))
        .Then(
            "message answer at answer", "wait at answer withdrawn", "timer late withdrawn", "- gate",
            "> gate->answer (answer came first)", "+ answer", "set text=yes", "- answer", "> answer->thank", "+ thank", "task thank");

    [Fact]
    public void The_timer_can_be_first() => Given.Process("""
        <startEvent id="start" />
        <eventBasedGateway id="gate" />
        <intermediateCatchEvent id="alarm"><signalEventDefinition signalRef="s" /></intermediateCatchEvent>
        <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <userTask id="act" />
        <userTask id="remind" />
        <sequenceFlow sourceRef="start" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="alarm" />
        <sequenceFlow sourceRef="gate" targetRef="late" />
        <sequenceFlow sourceRef="alarm" targetRef="act" />
        <sequenceFlow sourceRef="late" targetRef="remind" />
        """,
        """
        <signal id="s" name="alarm" />
        """)
        .Started()
        .After("PT2H")
        .ThenCompleted("start", "gate", "late")
        .ThenLive("remind");
}
