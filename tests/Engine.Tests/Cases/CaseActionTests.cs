using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class CaseActionTests
{
    [Fact]
    public void Is_a_message_that_stands_on_its_task() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <userTask id="again" />
        <boundaryEvent id="back" attachedToRef="work"><extensionElements><caseflow:action label="Return" teams="caseworkers" style="return" /></extensionElements><messageEventDefinition /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" />
        <sequenceFlow sourceRef="back" targetRef="again" />
        """)
        .Started()
        .ThenAction("back", 2)
        .When(new DeliverMessage(Actor.Reporter("r"), 3, "x", FeelContext.Empty))
        .ThenRejected("not-for-reporter", "Expected an action for the reporter, but back is for staff.")
        .Message("back", ("ground", "not ours"))
        .ThenLive("again");

    [Fact]
    public void Stands_on_the_case_when_it_starts_an_event_subprocess() => Given.Process("""
        <startEvent id="start" />
        <userTask id="work" />
        <subProcess id="w" triggeredByEvent="true"><startEvent id="withdraw"><extensionElements><caseflow:action label="Withdraw" audience="reporter" style="withdraw" /></extensionElements><messageEventDefinition /></startEvent></subProcess>
        <sequenceFlow sourceRef="start" targetRef="work" />
        """)
        .Started()
        .ThenAction("withdraw", null)
        .When(new DeliverMessage(Actor.Reporter("r"), 1, "x", FeelContext.Empty))
        .ThenStatus(CaseStatus.Completed);
}
