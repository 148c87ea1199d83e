using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class MessageEventsTests
{
    [Fact]
    public void A_catch_event_waits_for_the_message_with_its_key() => Given.Process("""
        <startEvent id="start" />
        <intermediateCatchEvent id="wait"><extensionElements><caseflow:correlation key="=orderId" /></extensionElements><messageEventDefinition messageRef="m" /></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """,
        """
        <message id="m" name="paid" />
        """)
        .Started(("orderId", 7))
        .Then("case started p", "set orderId=7", "+ start", "- start", "> start->wait", "+ wait", "waits for message paid=7 at wait")
        .Message("wait", ("paid", true))
        .Then(
            "message paid at wait", "set paid=true", "wait at wait withdrawn", "- wait", "> wait->end", "+ end", "- end",
            "case completed");

    [Fact]
    public void A_receive_task_waits_for_its_message() => Given.Process("""
        <startEvent id="start" />
        <receiveTask id="wait" messageRef="m" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """,
        """
        <message id="m" name="paid" />
        """)
        .Started()
        .Message("wait")
        .ThenCompleted("start", "wait", "end");

    [Fact]
    public void A_person_can_say_that_it_came() => Given.Process("""
        <startEvent id="start" />
        <receiveTask id="wait" messageRef="m" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="wait" />
        <sequenceFlow sourceRef="wait" targetRef="end" />
        """,
        """
        <message id="m" name="paid" />
        """)
        .Started()
        .Complete("wait", ("by", "phone"))
        .ThenCompleted("start", "wait", "end")
        .ThenVariable("by", "phone");

    [Fact]
    public void A_message_that_was_taken_is_not_taken_again() => Given.Process("""
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
        .When(new DeliverMessage(Actor.System, 3, "id-1", FeelContext.Empty))
        .When(new DeliverMessage(Actor.System, 3, "id-1", FeelContext.Empty))
        .ThenRejected("message-taken", "Expected a message that is new to more, but it has taken id-1 already.");
}
