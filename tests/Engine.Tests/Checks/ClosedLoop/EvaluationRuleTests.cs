namespace CaseFlow.Engine.Tests.Checks.ClosedLoop;

public sealed class EvaluationRuleTests
{
    private const string Rules = "evaluation=\"true\"";
    private const string Timer = "<timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>";
    private const string Withdraw = """
        <subProcess id="withdrawal" triggeredByEvent="true"><startEvent id="asked"><messageEventDefinition /></startEvent>
          <endEvent id="withdrawn"><extensionElements><caseflow:close type="withdrawn" /></extensionElements></endEvent>
          <sequenceFlow id="f" sourceRef="asked" targetRef="withdrawn" /></subProcess>
        """;

    [Fact]
    public void A_path_that_closes_without_the_evaluation_is_shown() => Assert.Equal(
        ["closed-without-evaluation end; start start; complete work"],
        Loop.Errors(Rules, "<startEvent id=\"start\" /><userTask id=\"work\" /><exclusiveGateway id=\"g\" default=\"g--rate\" /><exclusiveGateway id=\"m\" />" + Loop.Rate + "<endEvent id=\"end\" />",
            "start->work work->g g->rate g->m?small=true rate->m m->end"));

    [Fact]
    public void It_is_not_asked_for_while_the_rule_is_off() => Assert.Empty(
        Loop.Errors("", "<startEvent id=\"start\" /><userTask id=\"work\" /><endEvent id=\"end\" />", "start->work work->end"));

    [Fact]
    public void A_timer_that_ends_the_wait_for_it_is_its_lapse() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" />{Loop.Rate}<boundaryEvent id=\"silence\" attachedToRef=\"rate\">{Timer}</boundaryEvent><endEvent id=\"end\" /><endEvent id=\"silent\" />",
            "start->rate rate->end silence->silent"));

    [Fact]
    public void A_timer_around_the_wait_is_its_lapse_only_while_it_is_waited_for() => Assert.Equal(
        ["closed-without-evaluation late; start start; timer silence"],
        Loop.Errors(Rules, $"""
            <startEvent id="start" />
            <subProcess id="stage"><startEvent id="in" /><userTask id="first" />{Loop.Rate}<endEvent id="out" />
              <sequenceFlow id="a" sourceRef="in" targetRef="first" /><sequenceFlow id="b" sourceRef="first" targetRef="rate" /><sequenceFlow id="c" sourceRef="rate" targetRef="out" /></subProcess>
            <boundaryEvent id="silence" attachedToRef="stage">{Timer}</boundaryEvent><endEvent id="end" /><endEvent id="late" />
            """, "start->stage stage->end silence->late"));

    [Fact]
    public void What_ends_it_otherwise_is_no_lapse() => Assert.Equal(
        ["closed-without-evaluation gone; start start; message stop"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" />{Loop.Rate}<boundaryEvent id=\"stop\" attachedToRef=\"rate\"><messageEventDefinition /></boundaryEvent><endEvent id=\"end\" /><endEvent id=\"gone\" />",
            "start->rate rate->end stop->gone"));

    [Fact]
    public void A_branch_beside_it_waits_for_it() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><parallelGateway id=\"fork\" />{Loop.Rate}<userTask id=\"other\" /><endEvent id=\"a\" /><endEvent id=\"b\" />",
            "start->fork fork->rate fork->other rate->a other->b"));

    [Fact]
    public void A_branch_beside_it_that_ends_everything_does_not() => Assert.Equal(
        ["closed-without-evaluation b; start start; complete other"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><parallelGateway id=\"fork\" />{Loop.Rate}<userTask id=\"other\" /><endEvent id=\"a\" /><endEvent id=\"b\"><terminateEventDefinition /></endEvent>",
            "start->fork fork->rate fork->other rate->a other->b"));

    [Fact]
    public void A_join_waits_for_it() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><parallelGateway id=\"fork\" />{Loop.Rate}<userTask id=\"other\" /><parallelGateway id=\"join\" /><endEvent id=\"end\"><terminateEventDefinition /></endEvent>",
            "start->fork fork->rate fork->other rate->join other->join join->end"));

    [Fact]
    public void What_may_happen_at_any_time_may_close_the_case_too() => Assert.Equal(
        ["closed-without-evaluation withdrawn; start start; message asked"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" />{Loop.Rate}<endEvent id=\"end\" />{Withdraw}", "start->rate rate->end", "<caseflow:closure id=\"withdrawn\" name=\"w\" />"));

    [Fact]
    public void A_closure_type_can_do_without_it() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" />{Loop.Rate}<endEvent id=\"end\" />{Withdraw}", "start->rate rate->end", "<caseflow:closure id=\"withdrawn\" name=\"w\" without=\"evaluation answer\" />"));

    [Fact]
    public void Another_sides_evaluation_does_not_count() => Assert.Equal(
        ["closed-without-evaluation end; start start; complete rate"],
        Loop.Errors(Rules, "<startEvent id=\"start\" />" + Loop.Rate.Replace("reporter", "executor", StringComparison.Ordinal) + "<endEvent id=\"end\" />", "start->rate rate->end"));

    [Fact]
    public void An_error_leads_past_it() => Assert.Equal(
        ["closed-without-evaluation failed; start start; error job"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><serviceTask id=\"job\" />{Loop.Rate}<boundaryEvent id=\"fault\" attachedToRef=\"job\"><errorEventDefinition /></boundaryEvent><endEvent id=\"end\" /><endEvent id=\"failed\" />",
            "start->job job->rate rate->end fault->failed"));

    [Fact]
    public void A_way_that_the_flow_itself_rules_out_is_not_taken() => Assert.Empty(
        Loop.Errors(Rules, """
            <startEvent id="start" /><exclusiveGateway id="entry" default="entry--rate" />
            """ + Loop.Rate + """
            <exclusiveGateway id="solved" default="solved--end" /><intermediateThrowEvent id="again"><extensionElements><caseflow:output source="=&quot;yes&quot;" target="secondTime" /></extensionElements></intermediateThrowEvent>
            <userTask id="redo" /><endEvent id="end" />
            """, "start->entry entry->rate entry->redo?secondTime=\"yes\" rate->solved solved->end solved->again?no again->entry redo->end"));

    [Fact]
    public void A_called_flow_that_is_held_to_the_rule_gives_it()
    {
        const string Called = """
            <process id="q" isExecutable="true"><extensionElements><caseflow:closedLoop evaluation="RULE" /></extensionElements>
              <startEvent id="qs" /><userTask id="qr"><extensionElements><caseflow:evaluation by="reporter" of="outcome" /></extensionElements></userTask><endEvent id="qe" />
              <sequenceFlow id="q1" sourceRef="qs" targetRef="qr" /><sequenceFlow id="q2" sourceRef="qr" targetRef="qe" /></process>
            """;
        const string Calling = """
            <extensionElements><caseflow:closedLoop evaluation="true" /></extensionElements><startEvent id="start" /><callActivity id="call" calledElement="q" /><endEvent id="end" />
            <sequenceFlow id="a" sourceRef="start" targetRef="call" /><sequenceFlow id="b" sourceRef="call" targetRef="end" />
            """;
        Assert.Empty(Given.Problems(Calling, Called.Replace("RULE", "true", StringComparison.Ordinal)));
        Assert.Equal(["closed-without-evaluation end"], Given.Problems(Calling, Called.Replace("RULE", "false", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_begins_beside_the_rest_counts_when_it_can_end_it() => Assert.Equal(
        ["closed-without-evaluation over; start start; timer late"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" />{Loop.Rate}<boundaryEvent id=\"late\" attachedToRef=\"rate\" cancelActivity=\"false\">{Timer}</boundaryEvent><endEvent id=\"end\" /><endEvent id=\"over\"><terminateEventDefinition /></endEvent>",
            "start->rate rate->end late->over"));

    [Fact]
    public void The_trial_run_names_the_flows_taken_and_those_chosen()
    {
        const string Elements = """
            <extensionElements><caseflow:closedLoop evaluation="true" /></extensionElements>
            <startEvent id="start" /><exclusiveGateway id="g" default="d" /><userTask id="a" /><userTask id="b" /><endEvent id="end" />
            <sequenceFlow id="s" sourceRef="start" targetRef="g" /><sequenceFlow id="d" sourceRef="g" targetRef="a" /><sequenceFlow id="x" sourceRef="g" targetRef="b"><conditionExpression>x</conditionExpression></sequenceFlow>
            <sequenceFlow id="e" sourceRef="b" targetRef="end" /><sequenceFlow id="f" sourceRef="a" targetRef="end" />
            """;
        var steps = Given.Read(Given.Files(Elements)).Problems.Single().Steps;
        Assert.Equal(["start: s x, by x, at b, before ", "b: e, by , at , before "], steps.Select(step =>
            $"{step.ElementId}: {string.Join(' ', step.Taken)}, by {string.Join(' ', step.Chosen)}, at {string.Join(' ', step.Live)}, before {string.Join(' ', step.Waiting)}"));
    }
}
