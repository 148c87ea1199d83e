using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>What people do about incidents, for each phase in which an element can stop.</summary>
public sealed class IncidentCommandsTests
{
    private const string Fork = """
        <startEvent id="start" /><userTask id="a" /><exclusiveGateway id="g" /><userTask id="b" /><userTask id="c" />
        <sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="g" />
        <sequenceFlow id="toB" sourceRef="g" targetRef="b"><conditionExpression>x = 1</conditionExpression></sequenceFlow>
        <sequenceFlow id="toC" sourceRef="g" targetRef="c"><conditionExpression>x = 2</conditionExpression></sequenceFlow>
        """;

    [Fact]
    public void Mended_variables_are_set_and_the_step_is_tried_again() => Given.Process(Fork).Started(("x", 7)).Complete("a")
        .ThenIncident("no-path", "g", "Expected a condition that holds or a default flow at g, but none of its 2 sequence flows can be taken.")
        .Then(
            "case started p", "set x=7", "+ start", "- start", "> start->a", "+ a", "task a", "task a done by wang", "- a", "> a->g", "+ g", "incident no-path at g")
        .When(Mend(4, ("x", 1)))
        .Then("set x=1", "incident at g mended", "- g", "> toB (x = 1)", "+ b", "task b");

    [Fact]
    public void What_is_mended_in_vain_is_an_incident_again() => Stuck().When(Mend(4, ("y", 1))).ThenIncident(
        "no-path", "g", "Expected a condition that holds or a default flow at g, but none of its 2 sequence flows can be taken.");

    [Fact]
    public void A_mended_variable_is_set_where_it_stands()
    {
        var test = Given.Process("""
            <startEvent id="start" /><scriptTask id="s" scriptFormat="feel"><extensionElements><caseflow:input source="=amount" target="mine" /><caseflow:result variable="r" /></extensionElements><script>duration(mine)</script></scriptTask>
            <intermediateCatchEvent id="w"><extensionElements><caseflow:input source="=amount" target="mine" /></extensionElements><timerEventDefinition><timeDuration>= mine</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow sourceRef="start" targetRef="w" /><sequenceFlow sourceRef="w" targetRef="s" />
            """).Started(("amount", "soon"));
        var incident = test.State!.Incidents.Values.Single();
        test.When(new MendVariables(TestCase.Someone, incident.Key, TestCase.Values([("amount", "PT1H")]), "typed wrongly"));
        Assert.Null(test.Rejection);
        test.ThenVariable("amount", "PT1H").ThenVariable("mine", null).After("PT1H").ThenStatus(CaseStatus.Completed);
    }

    [Fact]
    public void Who_skips_and_why_stands_in_the_event()
    {
        var test = Stuck().When(Skip(4, "toC"));
        Assert.Equal(new IncidentResolved(4, "g", "skipped", "known to be right"), test.Events.OfType<IncidentResolved>().Single());
    }

    [Fact]
    public void Leaving_by_the_way_that_a_person_chose() => Stuck().When(Skip(4, "toC")).ThenLive("c");

    [Fact]
    public void Leaving_needs_a_choice_when_there_are_several_ways() => Stuck().When(Skip(4))
        .ThenRejected("choice-missing", "Expected one of the sequence flows toB, toC to go on by from g, but none was chosen.");

    [Fact]
    public void Leaving_by_a_flow_of_another_element_is_refused() => Stuck().When(Skip(4, "a->g"))
        .ThenRejected("unknown-flow", "Expected a sequence flow that leaves g, but 'a->g' is not one.");

    [Fact]
    public void The_reason_is_required() => Stuck().When(new SkipIncident(TestCase.Someone, 4, "", "toC"))
        .ThenRejected("reason-missing", "Expected a reason for going on at g, but none was given.");

    [Fact]
    public void An_incident_that_is_over_cannot_be_skipped_again() => Stuck().When(Skip(4, "toC")).When(Skip(4, "toC"))
        .ThenRejected("incident-not-open", "Expected an open incident, but 4 is not one.");

    [Fact]
    public void Mending_needs_variables() => Stuck().When(Mend(4)).ThenRejected("nothing-to-mend", "Expected variables to set for the incident at g, but none were given.");

    [Fact]
    public void Entering_the_element_completes_without_its_work() => Given.Process("""
        <startEvent id="start" /><intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>= nothing</timeDuration></timerEventDefinition></intermediateCatchEvent><userTask id="a" />
        <sequenceFlow sourceRef="start" targetRef="w" /><sequenceFlow sourceRef="w" targetRef="a" />
        """).Started().When(Skip(3)).Then(
            "case started p", "+ start", "- start", "> start->w", "+ w", "incident expression at w", "incident at w skipped", "- w", "> w->a", "+ a", "task a");

    [Fact]
    public void A_reminder_that_has_fired_does_not_come_again_when_the_step_is_tried_again()
    {
        var test = Given.Process("""
            <startEvent id="start" /><userTask id="a"><extensionElements><caseflow:assignment assignee="=who" /></extensionElements></userTask>
            <boundaryEvent id="remind" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
            <manualTask id="told" /><endEvent id="end" />
            <sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" /><sequenceFlow sourceRef="remind" targetRef="told" />
            """).Started(("who", new object[] { 1 })).After("PT2H");
        test.ThenLive("a", "told").Set(("who", "wang")).Retry().ThenTasks("a", "told");
        Assert.Empty(test.State!.Timers);
    }

    [Fact]
    public void A_boundary_event_that_could_not_be_waited_for_is_when_the_step_is_tried_again()
    {
        var test = Given.Process("""
            <startEvent id="start" /><userTask id="a" /><endEvent id="end" />
            <boundaryEvent id="remind" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>= pause</timeDuration></timerEventDefinition></boundaryEvent>
            <manualTask id="told" />
            <sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" /><sequenceFlow sourceRef="remind" targetRef="told" />
            """).Started();
        Assert.Equal(IncidentPhase.Opening, test.State!.Incidents.Values.Single().Phase);
        test.ThenTasks().Set(("pause", "PT1H")).Retry().ThenTasks("a").After("PT1H").ThenTasks("a", "told");
    }

    [Fact]
    public void Entering_an_event_gateway_a_person_says_which_event_to_wait_for()
    {
        var test = Given.Process("""
            <startEvent id="start" /><eventBasedGateway id="g" /><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>= nothing</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <intermediateCatchEvent id="u"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="end" />
            <sequenceFlow sourceRef="start" targetRef="g" /><sequenceFlow id="gt" sourceRef="g" targetRef="t" /><sequenceFlow id="gu" sourceRef="g" targetRef="u" />
            <sequenceFlow sourceRef="t" targetRef="end" /><sequenceFlow sourceRef="u" targetRef="end" />
            """).Started();
        test.When(Skip(3)).ThenRejected("choice-missing", "Expected one of the sequence flows gt, gu to go on by from g, but none was chosen.");
        test.When(Skip(3, "gu")).ThenLive("u").After("PT1H").ThenStatus(CaseStatus.Completed);
    }

    [Fact]
    public void Completing_the_element_goes_on_without_its_outputs()
    {
        var test = Given.Process("""
            <startEvent id="start" /><userTask id="a"><extensionElements><caseflow:output source="=sum(for i in 1..999999 return sum(for j in 1..999999 return i))" target="x" /></extensionElements></userTask><endEvent id="end" />
            <sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" />
            """).Started().Complete("a");
        var incident = Assert.Single(test.State!.Incidents.Values);
        Assert.Equal(IncidentPhase.Completing, incident.Phase);
        test.When(Skip(incident.Key)).ThenStatus(CaseStatus.Completed).ThenVariable("x", null);
    }

    [Fact]
    public void A_failed_job_is_withdrawn_and_its_step_goes_on() => Given.Process("""
        <startEvent id="start" /><serviceTask id="j"><extensionElements><caseflow:activity type="look-up" /></extensionElements></serviceTask><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="j" /><sequenceFlow sourceRef="j" targetRef="end" />
        """).Started().FailJob("j", "no").When(Skip(3)).Then(
            "case started p", "+ start", "- start", "> start->j", "+ j", "job j look-up ", "job j failed, 0 left", "incident job-failed at j",
            "incident at j skipped", "job j withdrawn", "- j", "> j->end", "+ end", "- end", "case completed");

    [Fact]
    public void A_mended_job_is_sent_with_the_new_values()
    {
        var test = Given.Process("""
            <startEvent id="start" /><serviceTask id="j"><extensionElements><caseflow:activity type="look-up"><caseflow:setting name="who">=name</caseflow:setting></caseflow:activity></extensionElements></serviceTask>
            <sequenceFlow sourceRef="start" targetRef="j" />
            """).Started(("name", "Wagn")).FailJob("j", "unknown");
        test.Then("case started p", "set name=Wagn", "+ start", "- start", "> start->j", "+ j", "job j look-up who=Wagn", "job j failed, 0 left", "incident job-failed at j")
            .When(Mend(3, ("name", "Wang"))).Then("set name=Wang", "incident at j mended", "job j look-up who=Wang");
        Assert.Equal(["2:1", "2:2"], test.Effects.Select(effect => effect.Key).ToArray());
    }

    [Fact]
    public void A_failed_instance_of_a_loop_gives_nothing_and_the_others_go_on()
    {
        var test = Given.Process("""
            <startEvent id="start" /><serviceTask id="j"><extensionElements><caseflow:activity type="look-up" /><caseflow:result variable="found" /></extensionElements>
            <multiInstanceLoopCharacteristics><extensionElements><caseflow:collection input="=items" element="one" output="all" outputElement="=found" /></extensionElements></multiInstanceLoopCharacteristics></serviceTask>
            <sequenceFlow sourceRef="start" targetRef="j" />
            """).Started(("items", new object?[] { 1, 2 })).FailJob("j", "no");
        test.When(Skip(test.State!.Incidents.Values.Single().Key)).CompleteJob("j", ("n", 5)).ThenStatus(CaseStatus.Completed);
        Assert.Equal("[null,n=5]", Trace.Of(new VariablesSet(0, test.State!.Variables)).Split("all=")[1]);
    }

    [Fact]
    public void A_join_that_waits_for_ever_goes_on_with_what_it_has()
    {
        var test = Given.Process("""
            <startEvent id="start" /><exclusiveGateway id="g" default="toA" /><userTask id="a" /><userTask id="b" /><parallelGateway id="join" /><userTask id="c" />
            <sequenceFlow sourceRef="start" targetRef="g" /><sequenceFlow id="toA" sourceRef="g" targetRef="a" /><sequenceFlow id="toB" sourceRef="g" targetRef="b"><conditionExpression>x = 1</conditionExpression></sequenceFlow>
            <sequenceFlow sourceRef="a" targetRef="join" /><sequenceFlow sourceRef="b" targetRef="join" /><sequenceFlow sourceRef="join" targetRef="c" />
            """).Started().Complete("a");
        var incident = Assert.Single(test.State!.Incidents.Values);
        Assert.Equal("deadlock", incident.Code);
        test.Retry();
        test.When(Skip(test.State!.Incidents.Values.Single().Key)).ThenLive("c");
        Assert.Empty(test.State!.Incidents);
        Assert.Equal(0, test.State.WaitingTokens);
    }

    [Fact]
    public void A_clock_that_cannot_be_worked_out_is_gone_without() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="=hours" /></extensionElements>
        <startEvent id="start" /><userTask id="a" /><endEvent id="end" /><sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" />
        """).Started().When(Skip(1)).Then(
            "case started p", "incident expression at p", "+ start", "- start", "> start->a", "+ a", "task a", "incident at p skipped").Complete("a").ThenStatus(CaseStatus.Completed);

    [Fact]
    public void A_clock_that_could_not_start_is_mended() => Given.Process("""
        <extensionElements><caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="=hours" /></extensionElements>
        <startEvent id="start" /><userTask id="a" /><endEvent id="end" /><sequenceFlow sourceRef="start" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="end" />
        """).Started().When(Mend(1, ("hours", 4))).ThenClock("answer", "Warning", "01-05 13:00");

    private static TestCase Stuck() => Given.Process(Fork).Started(("x", 7)).Complete("a");

    private static SkipIncident Skip(long key, string? flow = null) => new(TestCase.Someone, key, "known to be right", flow);

    private static MendVariables Mend(long key, params (string Name, object? Value)[] variables) => new(TestCase.Someone, key, TestCase.Values(variables), "typed wrongly");
}
