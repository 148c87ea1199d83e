using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class StandardLoopTests
{
    [Fact]
    public void Goes_on_while_its_condition_holds() => Given.Process("""
        <startEvent id="start" />
        <userTask id="try"><standardLoopCharacteristics><loopCondition>again</loopCondition></standardLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="try" />
        <sequenceFlow sourceRef="try" targetRef="end" />
        """)
        .Started()
        .Then("case started p", "+ start", "- start", "> start->try", "+ try", "loop try of -1", "+ try #1", "task try")
        .Complete("try", ("again", true))
        .Complete("try", ("again", false))
        .ThenCompleted("try", "try", "try", "end");

    [Fact]
    public void Tests_before_the_first_round_when_told_to() => Given.Process("""
        <startEvent id="start" />
        <userTask id="try"><standardLoopCharacteristics testBefore="true"><loopCondition>again</loopCondition></standardLoopCharacteristics></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="try" />
        <sequenceFlow sourceRef="try" targetRef="end" />
        """)
        .Started(("again", false))
        .ThenCompleted("start", "try", "end");

    [Fact]
    public void Stops_after_the_most_rounds() => Given.Process("""
        <startEvent id="start" />
        <scriptTask id="count" scriptFormat="feel"><extensionElements><caseflow:result variable="n" /></extensionElements><standardLoopCharacteristics loopMaximum="3" /><script>n + 1</script></scriptTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="count" />
        <sequenceFlow sourceRef="count" targetRef="end" />
        """)
        .Started(("n", 0))
        .ThenVariable("n", 3)
        .ThenStatus(CaseStatus.Completed);
}
