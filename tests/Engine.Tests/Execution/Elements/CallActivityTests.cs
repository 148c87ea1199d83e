namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class CallActivityTests
{
    [Fact]
    public void Runs_the_called_process_within_the_case() => Given.Process("""
        <startEvent id="start" />
        <callActivity id="call" calledElement="called" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="call" />
        <sequenceFlow sourceRef="call" targetRef="end" />
        """,
        """
        <process id="called"><startEvent id="cs" /><userTask id="ca" /><endEvent id="ce" /><sequenceFlow sourceRef="cs" targetRef="ca" /><sequenceFlow sourceRef="ca" targetRef="ce" /></process>
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->call", "+ call", "call calls called", "+ cs", "- cs", "> cs->ca", "+ ca",
            "task ca")
        .Complete("ca", ("answer", 1))
        .Then(
            "task ca done by wang", "set answer=1 in 2", "- ca", "> ca->ce", "+ ce", "- ce", "set answer=1", "- call", "> call->end",
            "+ end", "- end", "case completed");

    [Fact]
    public void Sees_only_what_is_mapped_in_and_gives_only_what_is_mapped_out() => Given.Process("""
        <startEvent id="start" />
        <callActivity id="call" calledElement="called"><extensionElements><caseflow:input source="=title" target="subject" /><caseflow:output source="=answer" target="reply" /></extensionElements></callActivity>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="call" />
        <sequenceFlow sourceRef="call" targetRef="end" />
        """,
        """
        <process id="called"><startEvent id="cs" /><userTask id="ca" /><endEvent id="ce" /><sequenceFlow sourceRef="cs" targetRef="ca" /><sequenceFlow sourceRef="ca" targetRef="ce" /></process>
        """)
        .Started(("title", "lamp"))
        .Complete("ca", ("answer", 1), ("secret", 2))
        .ThenVariable("reply", 1)
        .ThenVariable("secret", null)
        .ThenVariable("subject", null);

    [Fact]
    public void An_error_of_the_called_process_reaches_the_caller() => Given.Process("""
        <startEvent id="start" />
        <callActivity id="call" calledElement="failing" />
        <boundaryEvent id="caught" attachedToRef="call"><errorEventDefinition errorRef="err" /></boundaryEvent>
        <userTask id="repair" />
        <sequenceFlow sourceRef="start" targetRef="call" />
        <sequenceFlow sourceRef="caught" targetRef="repair" />
        """,
        """
        <error id="err" errorCode="E1" /><error id="other" errorCode="E2" /><process id="failing"><startEvent id="fs" /><endEvent id="fe"><errorEventDefinition errorRef="err" /></endEvent><sequenceFlow sourceRef="fs" targetRef="fe" /></process>
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->call", "+ call", "call calls failing", "+ fs", "- fs", "> fs->fe",
            "+ fe", "x fe (interrupted by caught)", "x call (interrupted by caught)", "+ caught", "- caught", "> caught->repair",
            "+ repair", "task repair");

    [Fact]
    public void A_process_that_calls_itself_for_ever_is_an_incident() => Given.Process("""
        <startEvent id="start" />
        <callActivity id="call" calledElement="p" />
        <sequenceFlow sourceRef="start" targetRef="call" />
        """)
        .Started()
        .ThenIncident("call-depth", "call", "Expected calls at most 100 deep, but call calls p yet again.");
}
