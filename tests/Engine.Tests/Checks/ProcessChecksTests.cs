using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Checks;

public sealed class ProcessChecksTests
{
    [Fact]
    public void Every_element_has_an_id_and_only_one_has_it() => Assert.Equal(
        ["missing-id p", "duplicate-id start"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask />
        <userTask id="start" />
        """));

    [Fact]
    public void Sequence_flows_join_elements_that_exist() => Assert.Equal(
        ["unknown-reference p"],
        Given.Problems("""
        <startEvent id="start" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="nowhere" />
        """));

    [Fact]
    public void Sequence_flows_stay_within_a_scope() => Assert.Equal(
        ["flow-crosses-scope a->end"],
        Given.Problems("""
        <startEvent id="start" />
        <subProcess id="sub">
        <userTask id="a" />
        </subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="a" targetRef="end" />
        """));

    [Fact]
    public void Nothing_leads_into_a_start_event() => Assert.Equal(
        ["flow-into-start a->start"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="a" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="a" />
        <sequenceFlow sourceRef="a" targetRef="start" />
        <sequenceFlow sourceRef="a" targetRef="end" />
        """));

    [Fact]
    public void Nothing_leaves_an_end_event() => Assert.Equal(
        ["flow-out-of-end end->a"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="a" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        <sequenceFlow sourceRef="end" targetRef="a" />
        """));

    [Fact]
    public void Warns_of_what_nothing_leads_to() => Assert.Equal(
        ["unreachable g", "unreachable a"],
        Given.Problems("""
        <startEvent id="start" />
        <exclusiveGateway id="g" />
        <userTask id="a" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        <sequenceFlow sourceRef="a" targetRef="g" />
        <sequenceFlow sourceRef="g" targetRef="a" />
        """, severity: ProblemSeverity.Warning));

    [Fact]
    public void Warns_of_a_gateway_without_a_default_and_of_a_missing_end() => Assert.Equal(
        ["no-end p", "no-default g"],
        Given.Problems("""
        <startEvent id="start" />
        <exclusiveGateway id="g" />
        <userTask id="a" />
        <userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="g" />
        <sequenceFlow sourceRef="g" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="g" targetRef="b"><conditionExpression>y</conditionExpression></sequenceFlow>
        """, severity: ProblemSeverity.Warning));

    [Fact]
    public void Warns_of_a_condition_after_a_parallel_gateway() => Assert.Equal(
        ["no-end p", "condition-without-effect g->a"],
        Given.Problems("""
        <startEvent id="start" />
        <parallelGateway id="g" />
        <userTask id="a" />
        <userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="g" />
        <sequenceFlow sourceRef="g" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="g" targetRef="b" />
        """, severity: ProblemSeverity.Warning));

    [Fact]
    public void An_event_based_gateway_leads_to_events() => Assert.Equal(
        ["event-gateway a"],
        Given.Problems("""
        <startEvent id="start" />
        <eventBasedGateway id="g" />
        <userTask id="a" />
        <intermediateCatchEvent id="m"><messageEventDefinition /></intermediateCatchEvent>
        <sequenceFlow sourceRef="start" targetRef="g" />
        <sequenceFlow sourceRef="g" targetRef="a" />
        <sequenceFlow sourceRef="g" targetRef="m" />
        """));

    [Fact]
    public void An_event_subprocess_has_one_start_with_a_trigger() => Assert.Equal(
        ["event-subprocess-start sub"],
        Given.Problems("""
        <startEvent id="start" />
        <subProcess id="sub" triggeredByEvent="true"><startEvent id="s" /></subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void A_subprocess_begins_with_a_none_start() => Assert.Equal(
        ["start-event s"],
        Given.Problems("""
        <startEvent id="start" />
        <subProcess id="sub"><startEvent id="s"><messageEventDefinition /></startEvent></subProcess>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sub" />
        <sequenceFlow sourceRef="sub" targetRef="end" />
        """));

    [Fact]
    public void FEEL_is_checked_with_its_place() => Assert.Equal(
        ["feel-syntax f"],
        Given.Problems("""
        <startEvent id="start" />
        <exclusiveGateway id="g" default="d" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="g" />
        <sequenceFlow id="d" sourceRef="g" targetRef="end" />
        <sequenceFlow id="f" sourceRef="g" targetRef="end"><conditionExpression>a &gt; (</conditionExpression></sequenceFlow>
        """));

    [Fact]
    public void Forms_decisions_clocks_closures_and_tasks_that_are_named_exist() => Assert.Equal(
        ["unknown-form u", "unknown-decision r", "unknown-clock u", "unknown-closure end", "unknown-task u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u"><extensionElements><caseflow:form key="none" /><caseflow:assignment not="nobody" /><caseflow:clockCommand clock="c" command="pause" /></extensionElements></userTask>
        <businessRuleTask id="r"><extensionElements><caseflow:decision ref="none" /></extensionElements></businessRuleTask>
        <endEvent id="end"><extensionElements><caseflow:close type="none" /></extensionElements></endEvent>
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="r" />
        <sequenceFlow sourceRef="r" targetRef="end" />
        """));

    [Fact]
    public void A_called_process_exists() => Assert.Equal(
        ["unknown-called-process c"],
        Given.Problems("""
        <startEvent id="start" />
        <callActivity id="c" calledElement="none" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="c" />
        <sequenceFlow sourceRef="c" targetRef="end" />
        """));

    [Fact]
    public void Links_come_in_pairs() => Assert.Equal(
        ["link l"],
        Given.Problems("""
        <startEvent id="start" />
        <intermediateThrowEvent id="l"><linkEventDefinition name="A" /></intermediateThrowEvent>
        <sequenceFlow sourceRef="start" targetRef="l" />
        """));

    [Fact]
    public void Timers_can_be_read() => Assert.Equal(
        ["timer-syntax t"],
        Given.Problems("""
        <startEvent id="start" />
        <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>10 minutes</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="t" />
        <sequenceFlow sourceRef="t" targetRef="end" />
        """));

    [Fact]
    public void A_timer_says_when() => Assert.Equal(
        ["timer-definition t"],
        Given.Problems("""
        <startEvent id="start" />
        <intermediateCatchEvent id="t"><timerEventDefinition /></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="t" />
        <sequenceFlow sourceRef="t" targetRef="end" />
        """));

    [Fact]
    public void A_script_is_FEEL() => Assert.Equal(
        ["script-language s"],
        Given.Problems("""
        <startEvent id="start" />
        <scriptTask id="s" scriptFormat="javascript"><script>1</script></scriptTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="s" />
        <sequenceFlow sourceRef="s" targetRef="end" />
        """));

    [Fact]
    public void A_repeating_activity_says_how_often() => Assert.Equal(
        ["loop-definition u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u"><multiInstanceLoopCharacteristics /></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """));

    [Fact]
    public void A_case_action_stands_on_a_message() => Assert.Equal(
        ["case-action b"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u" />
        <boundaryEvent id="b" attachedToRef="u"><extensionElements><caseflow:action label="x" /></extensionElements><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        <sequenceFlow sourceRef="b" targetRef="end" />
        """));

    [Fact]
    public void What_undoes_is_drawn() => Assert.Equal(
        ["compensation b"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u" />
        <boundaryEvent id="b" attachedToRef="u"><compensateEventDefinition /></boundaryEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """));

    [Fact]
    public void Fixed_words_are_known() => Assert.Equal(
        ["attribute-value u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u"><extensionElements><caseflow:evaluation by="cat" of="outcome" /></extensionElements></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """));

    [Fact]
    public void Warns_of_tasks_that_do_nothing() => Assert.Equal(
        ["untyped-task t", "no-activity s", "no-message r"],
        Given.Problems("""
        <startEvent id="start" />
        <task id="t" />
        <serviceTask id="s" />
        <receiveTask id="r" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="t" />
        <sequenceFlow sourceRef="t" targetRef="s" />
        <sequenceFlow sourceRef="s" targetRef="r" />
        <sequenceFlow sourceRef="r" targetRef="end" />
        """, severity: ProblemSeverity.Warning));

    [Fact]
    public void Warns_of_a_condition_on_a_default_flow() => Assert.Contains(
        "condition-without-effect d",
        Given.Problems("""
        <startEvent id="start" /><exclusiveGateway id="g" default="d" /><userTask id="a" /><userTask id="b" />
        <sequenceFlow sourceRef="start" targetRef="g" /><sequenceFlow id="d" sourceRef="g" targetRef="a"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="g" targetRef="b"><conditionExpression>y</conditionExpression></sequenceFlow>
        """, severity: ProblemSeverity.Warning));
}
