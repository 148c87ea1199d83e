namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class MessageBoundaryEventTests
{
    [Fact]
    public void Interrupts_its_task() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="again" />
        <endEvent id="end" />
        <boundaryEvent id="back" attachedToRef="work"><messageEventDefinition messageRef="m" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        <sequenceFlow sourceRef="back" targetRef="again" />
        """,
        """
        <message id="m" name="return" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->work", "+ work", "waits for message return at back", "task work")
        .Message("back", ("ground", "not ours"))
        .Then(
            "message return at back", "wait at back withdrawn", "task work withdrawn", "x work (interrupted by back)", "+ back",
            "set ground=not ours", "- back", "> back->again", "+ again", "task again");

    [Fact]
    public void Stays_open_when_it_does_not_interrupt() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="read" />
        <boundaryEvent id="more" attachedToRef="work" cancelActivity="false"><messageEventDefinition messageRef="m" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="more" targetRef="read" />
        """,
        """
        <message id="m" name="more" />
        """)
        .Started()
        .Message("more")
        .Message("more")
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "waits for message more at more", "task work",
            "message more at more", "+ more", "- more", "> more->read", "+ read", "task read", "message more at more", "+ more",
            "- more", "> more->read", "+ read", "task read");

    [Fact]
    public void Passes_on_only_its_outputs() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="read" />
        <boundaryEvent id="more" attachedToRef="work"><extensionElements><caseflow:output source="=text" target="lastWord" /></extensionElements><messageEventDefinition messageRef="m" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="more" targetRef="read" />
        """,
        """
        <message id="m" name="more" />
        """)
        .Started()
        .Message("more", ("text", "hurry"), ("noise", 1))
        .ThenVariable("lastWord", "hurry")
        .ThenVariable("noise", null);

    [Fact]
    public void Waits_for_its_own_correlation() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="read" />
        <boundaryEvent id="more" attachedToRef="work"><extensionElements><caseflow:correlation key="=caseNumber" /></extensionElements><messageEventDefinition messageRef="m" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="more" targetRef="read" />
        """,
        """
        <message id="m" name="more" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "waits for message more=260105-00001 at more",
            "task work");
}
