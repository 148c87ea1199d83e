using CaseFlow.Engine.Model;
using CaseFlow.Engine.Tests.Execution;

namespace CaseFlow.Engine.Tests.Checks;

public sealed class SoundnessRuleTests
{
    [Fact]
    public void A_choice_that_ends_in_a_parallel_join_may_get_stuck() => Assert.Equal(["may-get-stuck join"], Warnings("""
        <startEvent id="start" /><exclusiveGateway id="choice" default="d" /><task id="a" /><task id="b" /><parallelGateway id="join" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="choice" />
        <sequenceFlow sourceRef="choice" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow><sequenceFlow id="d" sourceRef="choice" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" /><sequenceFlow sourceRef="b" targetRef="join" /><sequenceFlow sourceRef="join" targetRef="end" />
        """));

    [Fact]
    public void A_fork_that_ends_in_a_plain_merge_may_run_twice() => Assert.Equal(["may-run-twice merge"], Warnings("""
        <startEvent id="start" /><parallelGateway id="fork" /><task id="a" /><task id="b" /><exclusiveGateway id="merge" /><task id="after" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" /><sequenceFlow sourceRef="fork" targetRef="a" /><sequenceFlow sourceRef="fork" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="merge" /><sequenceFlow sourceRef="b" targetRef="merge" />
        <sequenceFlow sourceRef="merge" targetRef="after" /><sequenceFlow sourceRef="after" targetRef="end" />
        """));

    [Fact]
    public void An_inclusive_join_after_a_choice_is_all_right() => Assert.Empty(Warnings("""
        <startEvent id="start" /><exclusiveGateway id="choice" default="d" /><task id="a" /><task id="b" /><inclusiveGateway id="join" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="choice" />
        <sequenceFlow sourceRef="choice" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow><sequenceFlow id="d" sourceRef="choice" targetRef="b" />
        <sequenceFlow sourceRef="a" targetRef="join" /><sequenceFlow sourceRef="b" targetRef="join" /><sequenceFlow sourceRef="join" targetRef="end" />
        """));

    [Fact]
    public void What_runs_beside_and_ends_by_itself_is_all_right() => Assert.Empty(Warnings("""
        <startEvent id="start" /><userTask id="work" /><task id="remind" /><endEvent id="end" /><endEvent id="reminded" />
        <boundaryEvent id="late" attachedToRef="work" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" /><sequenceFlow sourceRef="work" targetRef="end" />
        <sequenceFlow sourceRef="late" targetRef="remind" /><sequenceFlow sourceRef="remind" targetRef="reminded" />
        """));

    [Fact]
    public void Models_drawn_in_blocks_are_sound()
    {
        for (var seed = 0; seed < 60; seed++) Assert.Equal((seed, ""), (seed, string.Join(" ", Warnings(StructuredModel.Draw(seed).Xml))));
    }

    private static IEnumerable<string> Warnings(string elements) =>
        Given.Problems(elements, severity: ProblemSeverity.Warning).Where(problem => problem.StartsWith("may-", StringComparison.Ordinal));
}
