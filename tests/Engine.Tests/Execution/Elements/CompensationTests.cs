namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class CompensationTests
{
    [Fact]
    public void Undoes_completed_activities_the_latest_first() => Given.Process("""
        <startEvent id="start" />
        <userTask id="book" />
        <userTask id="pay" />
        <boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition /></boundaryEvent>
        <boundaryEvent id="cp" attachedToRef="pay"><compensateEventDefinition /></boundaryEvent>
        <userTask id="unbook" isForCompensation="true" />
        <userTask id="refund" isForCompensation="true" />
        <association id="a1" sourceRef="cb" targetRef="unbook" /><association id="a2" sourceRef="cp" targetRef="refund" />
        <intermediateThrowEvent id="undo"><compensateEventDefinition /></intermediateThrowEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="book" />
        <sequenceFlow sourceRef="book" targetRef="pay" />
        <sequenceFlow sourceRef="pay" targetRef="undo" />
        <sequenceFlow sourceRef="undo" targetRef="end" />
        """)
        .Started()
        .Complete("book")
        .Complete("pay")
        .Then(
            "case started p", "+ start", "- start", "> start->book", "+ book", "task book", "task book done by wang", "can undo book",
            "- book", "> book->pay", "+ pay", "task pay", "task pay done by wang", "can undo pay", "- pay", "> pay->undo", "+ undo",
            "undo pay", "+ refund", "task refund")
        .Complete("refund")
        .Complete("unbook")
        .Then(
            "task refund done by wang", "- refund", "undo book", "+ unbook", "task unbook", "task unbook done by wang", "- unbook",
            "- undo", "> undo->end", "+ end", "- end", "case completed");

    [Fact]
    public void Goes_on_at_once_when_there_is_nothing_to_undo() => Given.Process("""
        <startEvent id="start" />
        <endEvent id="undo"><compensateEventDefinition /></endEvent>
        <sequenceFlow sourceRef="start" targetRef="undo" />
        """)
        .Started()
        .ThenCompleted("start", "undo");
}
