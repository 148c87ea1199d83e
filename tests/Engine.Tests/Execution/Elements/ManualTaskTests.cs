namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ManualTaskTests
{
    [Fact]
    public void Waits_until_a_person_says_it_is_done() => Given.Process("""
        <startEvent id="start" />
        <manualTask id="carry" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="carry" />
        <sequenceFlow sourceRef="carry" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->carry", "+ carry", "task carry")
        .Complete("carry")
        .Then("task carry done by wang", "- carry", "> carry->end", "+ end", "- end", "case completed");
}
