using CaseFlow.Engine.Commands;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ClosingTests
{
    [Fact]
    public void The_last_end_event_says_how_the_case_is_closed() => Given.Process("""
        <extensionElements><caseflow:closure id="solved" name="Solved" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <endEvent id="end"><extensionElements><caseflow:close type="solved" /></extensionElements></endEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="work" targetRef="end" />
        """)
        .Started()
        .Complete("work")
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "task work", "task work done by wang", "- work",
            "> work->end", "+ end", "closure solved", "- end", "case completed as solved");

    [Fact]
    public void A_closed_case_takes_notes_documents_and_links_but_nothing_else() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .Complete("work")
        .Set(("a", 1))
        .ThenRejected("case-closed", "Expected a running case, but 260105-00001 is completed.")
        .When(new AddNote(TestCase.Someone, "later", false))
        .When(new LinkCase(TestCase.Someone, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "related"))
        .Then(
            "case started p", "+ start", "- start", "> start->work", "+ work", "task work", "task work done by wang", "- work",
            "case completed", "note-added", "case-linked");

    [Fact]
    public void A_person_can_end_it_with_a_reason() => Given.Process("""
        <extensionElements><caseflow:clock id="c" name="C" rule="elapsed-hours" amount="1" /><caseflow:closure id="wrong" name="Wrong" /></extensionElements>
        <startEvent id="start" />
        <userTask id="work" />
        <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="late" targetRef="end" />
        """)
        .Started()
        .When(new TerminateCase(TestCase.Someone, "opened by mistake", "nothing"))
        .ThenRejected("unknown-closure", "Expected a closure type of the flow, but 'nothing' is not one.")
        .When(new TerminateCase(TestCase.Someone, "opened by mistake", "wrong"))
        .Then(
            "case started p", "clock c due 01-05 10:00", "+ start", "- start", "> start->work", "+ work", "timer late at 01-05 10:00",
            "task work", "closure wrong", "timer late withdrawn", "task work withdrawn", "x work (opened by mistake)", "clock c met",
            "case terminated as wrong");
}
