using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution;

public sealed class WaitingTests
{
    [Fact]
    public void A_loop_without_a_wait_is_left_to_a_timer() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="merge" /><scriptTask id="count" scriptFormat="feel"><extensionElements><caseflow:result variable="n" /></extensionElements><script>n + 1</script></scriptTask><exclusiveGateway id="enough" default="on" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="merge" />
        <sequenceFlow sourceRef="merge" targetRef="count" />
        <sequenceFlow sourceRef="count" targetRef="enough" />
        <sequenceFlow sourceRef="enough" targetRef="merge"><conditionExpression>n &lt; 500</conditionExpression></sequenceFlow>
        <sequenceFlow id="on" sourceRef="enough" targetRef="end" />
        """)
        .Started(("n", 0))
        .ThenStatus(CaseStatus.Active)
        .After("PT0S")
        .ThenVariable("n", 500)
        .ThenStatus(CaseStatus.Completed);
}
