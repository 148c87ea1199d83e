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
        for (var seed = 0; seed < 60; seed++) Assert.Equal((seed, ""), (seed, string.Join(" ", Warnings(StructuredModel.Draw(seed).Xml).Where(problem => !problem.StartsWith("never-reached", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_finding_has_the_steps_that_show_it()
    {
        var problem = Given.Read(Given.Files("""
            <startEvent id="start" /><parallelGateway id="fork" /><userTask id="beside" /><endEvent id="besides" />
            <userTask id="ask" /><exclusiveGateway id="choice" default="no" /><userTask id="a" /><userTask id="b" /><parallelGateway id="join" /><endEvent id="end" />
            <sequenceFlow id="s" sourceRef="start" targetRef="fork" /><sequenceFlow id="f1" sourceRef="fork" targetRef="beside" /><sequenceFlow id="f2" sourceRef="fork" targetRef="ask" />
            <sequenceFlow id="over" sourceRef="beside" targetRef="besides" /><sequenceFlow id="asked" sourceRef="ask" targetRef="choice" />
            <sequenceFlow id="yes" sourceRef="choice" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow><sequenceFlow id="no" sourceRef="choice" targetRef="b" />
            <sequenceFlow id="a-join" sourceRef="a" targetRef="join" /><sequenceFlow id="b-join" sourceRef="b" targetRef="join" /><sequenceFlow id="on" sourceRef="join" targetRef="end" />
            """)).Problems.Single(found => found.Rule == "may-get-stuck");
        Assert.Equal(
            [
                "Start start: s f1 f2 []; at beside ask; before joins: ",
                "Complete ask: asked no [no]; at beside b; before joins: ",
                "Complete b: b-join []; at beside; before joins: b-join",
                "Complete beside: over []; at ; before joins: b-join",
            ],
            problem.Steps.Select(Line));
    }

    [Fact]
    public void Equal_conditions_are_taken_to_come_out_equal() => Assert.Empty(Warnings(TwoChoices("x", "x", "<exclusiveGateway id=\"between\" />")));

    [Fact]
    public void Different_conditions_come_out_in_every_way() =>
        Assert.Equal(["may-get-stuck join"], Warnings(TwoChoices("x", "y", "<exclusiveGateway id=\"between\" />")));

    [Fact]
    public void Equal_conditions_may_differ_once_somebody_may_have_written_what_they_read() =>
        Assert.Equal(["may-get-stuck join"], Warnings(TwoChoices("x", "x", "<userTask id=\"between\" />")));

    [Fact]
    public void A_condition_without_variables_has_one_answer() =>
        Assert.Equal(["never-reached join"], Warnings(TwoChoices("false", "false", "<exclusiveGateway id=\"between\" />")));

    [Fact]
    public void A_loop_without_a_way_out_never_ends() => Assert.Equal(["may-never-end merge"], Warnings("""
        <startEvent id="start" /><exclusiveGateway id="merge" /><userTask id="work" /><exclusiveGateway id="choice" default="d" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="choice" /><sequenceFlow id="d" sourceRef="choice" targetRef="end" />
        <sequenceFlow sourceRef="choice" targetRef="merge"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="merge" targetRef="work" /><sequenceFlow sourceRef="work" targetRef="merge" />
        """));

    [Fact]
    public void What_sends_back_as_often_as_it_likes_is_all_right() => Assert.Empty(Warnings("""
        <startEvent id="start" /><exclusiveGateway id="merge" /><userTask id="work" /><userTask id="look" /><exclusiveGateway id="choice" default="d" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="merge" /><sequenceFlow sourceRef="merge" targetRef="work" /><sequenceFlow sourceRef="work" targetRef="look" />
        <sequenceFlow sourceRef="look" targetRef="choice" /><sequenceFlow id="d" sourceRef="choice" targetRef="end" />
        <sequenceFlow sourceRef="choice" targetRef="merge"><conditionExpression>again</conditionExpression></sequenceFlow>
        """));

    [Fact]
    public void An_error_event_that_nothing_throws_at_is_never_reached() => Assert.Equal(["never-reached failed"], Warnings("""
        <startEvent id="start" /><userTask id="work" /><endEvent id="end" /><endEvent id="after" />
        <boundaryEvent id="failed" attachedToRef="work"><errorEventDefinition /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="work" /><sequenceFlow sourceRef="work" targetRef="end" /><sequenceFlow sourceRef="failed" targetRef="after" />
        """));

    [Fact]
    public void What_a_terminate_end_event_may_cut_short_is_reached_all_the_same() => Assert.Empty(Warnings("""
        <startEvent id="start" /><parallelGateway id="fork" /><userTask id="a" /><endEvent id="stop"><terminateEventDefinition /></endEvent>
        <userTask id="b" /><userTask id="c" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="fork" /><sequenceFlow sourceRef="fork" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="stop" />
        <sequenceFlow sourceRef="fork" targetRef="b" /><sequenceFlow sourceRef="b" targetRef="c" /><sequenceFlow sourceRef="c" targetRef="end" />
        """));

    [Fact]
    public void An_error_that_nobody_catches_is_told() => Assert.Equal(["uncaught-error failed"], Warnings("""
        <startEvent id="start" /><endEvent id="failed"><errorEventDefinition /></endEvent><sequenceFlow sourceRef="start" targetRef="failed" />
        """));

    [Fact]
    public void An_error_of_a_called_process_goes_to_who_calls_it() => Assert.Empty(Warnings(
        """
        <startEvent id="start" /><callActivity id="call" calledElement="q" /><endEvent id="end" /><endEvent id="other" />
        <boundaryEvent id="caught" attachedToRef="call"><errorEventDefinition errorRef="e" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="call" /><sequenceFlow sourceRef="call" targetRef="end" /><sequenceFlow sourceRef="caught" targetRef="other" />
        """,
        """
        <process id="q" isExecutable="true"><startEvent id="begin" /><exclusiveGateway id="choice" default="d" /><endEvent id="good" /><endEvent id="failed"><errorEventDefinition errorRef="e" /></endEvent>
        <sequenceFlow sourceRef="begin" targetRef="choice" /><sequenceFlow id="d" sourceRef="choice" targetRef="good" />
        <sequenceFlow sourceRef="choice" targetRef="failed"><conditionExpression>x</conditionExpression></sequenceFlow></process><error id="e" errorCode="E" />
        """));

    [Fact]
    public void Says_so_when_there_is_too_much_to_try()
    {
        var elements = new System.Text.StringBuilder("<startEvent id=\"g-1\" />");
        for (var i = 0; i < 40; i++)
        {
            elements.Append(System.Globalization.CultureInfo.InvariantCulture, $"<exclusiveGateway id=\"g{i}\" default=\"d{i}\" /><exclusiveGateway id=\"m{i}\" />");
            elements.Append(System.Globalization.CultureInfo.InvariantCulture, $"<sequenceFlow sourceRef=\"{(i == 0 ? "g-" : "m")}{Math.Abs(i - 1)}\" targetRef=\"g{i}\" /><sequenceFlow id=\"d{i}\" sourceRef=\"g{i}\" targetRef=\"m{i}\" />");
            elements.Append(System.Globalization.CultureInfo.InvariantCulture, $"<sequenceFlow id=\"c{i}\" sourceRef=\"g{i}\" targetRef=\"m{i}\"><conditionExpression>v{i % 20}</conditionExpression></sequenceFlow>");
        }

        Assert.Equal(["too-many-states p"], Warnings(elements + "<endEvent id=\"end\" /><sequenceFlow sourceRef=\"m39\" targetRef=\"end\" />"));
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("enquiry")]
    [InlineData("need-project")]
    [InlineData("project")]
    public void The_flows_that_ship_are_sound(string key) => Assert.Empty(Flows.ShippedFlows.World.Problems(key));

    /// <summary>A gateway of such a model may have one condition on two flows: the second is never taken, which is told.</summary>
    [Fact]
    public void The_second_of_two_flows_with_one_condition_is_never_taken() =>
        Assert.Equal(["never-reached n11"], Warnings(StructuredModel.Draw(13).Xml));

    /// <summary>Two branches; each goes to the join when its condition holds, and else ends.</summary>
    private static string TwoChoices(string first, string second, string between) => $"""
        <startEvent id="start" /><exclusiveGateway id="one" default="no1" />{between}<parallelGateway id="fork" /><exclusiveGateway id="two" default="no2" />
        <parallelGateway id="join" /><endEvent id="end" /><endEvent id="end1" /><endEvent id="end2" />
        <sequenceFlow sourceRef="start" targetRef="fork" /><sequenceFlow sourceRef="fork" targetRef="one" /><sequenceFlow sourceRef="fork" targetRef="between" /><sequenceFlow sourceRef="between" targetRef="two" />
        <sequenceFlow sourceRef="one" targetRef="join"><conditionExpression>{first}</conditionExpression></sequenceFlow><sequenceFlow id="no1" sourceRef="one" targetRef="end1" />
        <sequenceFlow sourceRef="two" targetRef="join"><conditionExpression>{second}</conditionExpression></sequenceFlow><sequenceFlow id="no2" sourceRef="two" targetRef="end2" />
        <sequenceFlow sourceRef="join" targetRef="end" />
        """;

    private static string Line(TrialStep step) =>
        $"{step.Kind} {step.ElementId}: {string.Join(" ", step.Taken)} [{string.Join(" ", step.Chosen)}]; at {string.Join(" ", step.Live)}; before joins: {string.Join(" ", step.Waiting)}";

    private static IEnumerable<string> Warnings(string elements, string root = "") => Given.Read(Given.Files(elements, root)).Problems
        .Where(problem => problem.Severity == ProblemSeverity.Warning && problem.Rule.StartsWith("may-", StringComparison.Ordinal) | problem.Rule is "never-reached" or "uncaught-error" or "too-many-states").Select(problem => $"{problem.Rule} {problem.ElementId}");
}
