namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class SignalEventsTests
{
    [Fact]
    public void A_catch_event_waits_for_its_signal() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="s" /></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """,
        """
        <signal id="s" name="storm" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->wait", "+ wait", "waits for signal storm at wait")
        .Signal("storm", ("level", 3))
        .Then(
            "signal storm at wait", "set level=3", "wait at wait withdrawn", "- wait", "> wait->end", "+ end", "- end",
            "case completed");

    [Fact]
    public void A_signal_reaches_every_wait_of_its_name() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" />
        <userTask id="a" />
        <userTask id="b" />
        <boundaryEvent id="sa" attachedToRef="a"><signalEventDefinition signalRef="s" /></boundaryEvent>
        <boundaryEvent id="sb" attachedToRef="b" cancelActivity="false"><signalEventDefinition signalRef="s" /></boundaryEvent>
        <userTask id="c" />
        <userTask id="d" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="a" />
        <sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="sa" targetRef="c" />
        <sequenceFlow sourceRef="sb" targetRef="d" />
        """,
        """
        <signal id="s" name="storm" />
        """)
        .Started()
        .Signal("storm")
        .ThenLive("b", "c", "d");

    [Fact]
    public void A_case_that_does_not_wait_refuses_it() => Given.Process("""
        <startEvent id="start" />
        <userTask id="a" />
        <sequenceFlow sourceRef="start" targetRef="a" />
        """,
        """
        <signal id="s" name="storm" />
        """)
        .Started()
        .Signal("storm")
        .ThenRejected("signal-not-awaited", "Expected the case to wait for signal storm, but it does not.");
}
