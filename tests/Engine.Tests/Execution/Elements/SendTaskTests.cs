using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class SendTaskTests
{
    [Fact]
    public void Sends_its_message_and_goes_on() => Given.Process("""
        <startEvent id="start" />
        <sendTask id="tell" messageRef="m"><extensionElements><caseflow:input source="=title" target="subject" /><caseflow:correlation key="=need" /></extensionElements></sendTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="end" />
        """,
        """
        <message id="m" name="approved" />
        """)
        .Started(("title", "lamp"), ("need", "N-1"))
        .ThenSent("2:1", "approved", "N-1", ("subject", "lamp"))
        .ThenStatus(CaseStatus.Completed);

    [Fact]
    public void With_an_activity_it_waits_for_that() => Given.Process("""
        <startEvent id="start" />
        <sendTask id="tell"><extensionElements><caseflow:activity type="email" /></extensionElements></sendTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="tell" />
        <sequenceFlow sourceRef="tell" targetRef="end" />
        """)
        .Started()
        .ThenLive("tell")
        .CompleteJob("tell")
        .ThenStatus(CaseStatus.Completed);
}
