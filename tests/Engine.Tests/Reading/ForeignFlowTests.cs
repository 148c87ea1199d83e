using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

/// <summary>What is drawn for other engines runs as it does there.</summary>
public sealed class ForeignFlowTests
{
    private const string Names = """xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn" """;

    [Fact]
    public void Variables_are_mapped_into_a_called_process_and_out_of_it() => Given.Process($"""
        <startEvent id="start" />
        <callActivity id="call" calledElement="q" {Names}><extensionElements>
          <camunda:in source="a" target="b" /><camunda:in sourceExpression="#Twice#" target="c" /><camunda:in businessKey="#Key#" /><flowable:out source="z" target="result" />
        </extensionElements></callActivity>
        <sequenceFlow sourceRef="start" targetRef="call" />
        """.Replace("#Twice#", "${a * 2}", StringComparison.Ordinal).Replace("#Key#", "#{execution.processBusinessKey}", StringComparison.Ordinal), """
        <process id="q" isExecutable="true"><startEvent id="qs" /><scriptTask id="sum" scriptFormat="feel"><script>{ z: b + c, seen: a }</script></scriptTask>
          <sequenceFlow sourceRef="qs" targetRef="sum" /></process>
        """)
        .Started(("a", 3))
        .ThenVariable("result", 9)
        .ThenVariable("seen", null);

    [Fact]
    public void Parameters_are_texts_expressions_lists_and_maps() => Given.Process($$"""
        <startEvent id="start" />
        <userTask id="u" {{Names}}><extensionElements><camunda:inputOutput>
          <camunda:inputParameter name="hello">Hi ${n}</camunda:inputParameter>
          <camunda:inputParameter name="list"><camunda:list><camunda:value>x</camunda:value><camunda:value>${n}</camunda:value></camunda:list></camunda:inputParameter>
          <camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">${n + 1}</camunda:entry></camunda:map></camunda:inputParameter>
          <camunda:outputParameter name="next">${answer + 1}</camunda:outputParameter>
        </camunda:inputOutput></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """)
        .Started(("n", 5))
        .Then("case started p", "set n=5", "+ start", "- start", "> start->u", "+ u", "set hello=Hi 5 list=[x,5] map=k=6 in 2", "task u")
        .Complete("u", ("answer", 1))
        .ThenVariable("next", 2)
        .ThenVariable("answer", null);

    [Fact]
    public void A_parameter_that_is_a_script_is_refused() => Assert.Equal(
        ["foreign-extension u"],
        Given.Problems($"""
        <startEvent id="start" />
        <userTask id="u" {Names}><extensionElements><camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """));

    [Fact]
    public void An_error_event_tells_the_code_in_the_variable_it_names() => Given.Process($"""
        <startEvent id="start" /><serviceTask id="job" /><userTask id="after" />
        <boundaryEvent id="caught" attachedToRef="job"><errorEventDefinition {Names} camunda:errorCodeVariable="code" camunda:errorMessageVariable="why" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="job" /><sequenceFlow sourceRef="caught" targetRef="after" />
        """)
        .Started()
        .FailJob("job", "no money", "E1")
        .ThenLive("after")
        .ThenVariable("code", "E1")
        .ThenVariable("why", "no money");

    [Fact]
    public void An_error_that_the_file_does_not_declare_is_taken_by_its_name() => Given.Process("""
        <startEvent id="start" /><serviceTask id="job" /><userTask id="after" />
        <boundaryEvent id="caught" attachedToRef="job"><errorEventDefinition errorRef="E1" /></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="job" /><sequenceFlow sourceRef="caught" targetRef="after" />
        """)
        .Started()
        .FailJob("job", "no money", "E1")
        .ThenLive("after");

    [Fact]
    public void The_standards_performers_are_the_assignee_and_the_team() => Given.Process("""
        <startEvent id="start" />
        <userTask id="u">
          <potentialOwner><resourceAssignmentExpression><formalExpression>group(clerks)</formalExpression></resourceAssignmentExpression></potentialOwner>
          <humanPerformer><resourceAssignmentExpression><formalExpression>${person}</formalExpression></resourceAssignmentExpression></humanPerformer>
        </userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """)
        .Started(("person", "li"))
        .ThenTask("u", "clerks", null, "li");

    [Fact]
    public void A_cycle_ends_when_the_other_engine_says_so() => Given.Process($"""
        <startEvent id="start" /><userTask id="u" /><task id="tick" />
        <boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle {Names} flowable:endDate="2026-01-05T11:30:00+08:00">R5/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
        <sequenceFlow sourceRef="start" targetRef="u" /><sequenceFlow sourceRef="b" targetRef="tick" />
        """)
        .Started()
        .After("P1D")
        .ThenCompleted("start", "b", "tick", "b", "tick");

    [Fact]
    public void What_is_dropped_is_named_wherever_it_stands() => Assert.Equal(
        ["foreign-attribute s", "foreign-attribute u", "foreign-extension u", "foreign-attribute f", "no-end p"],
        Given.Problems(
            $"""
            <startEvent id="start" />
            <userTask id="u" {Names} camunda:candidateUsers="li"><extensionElements><camunda:executionListener event="start" class="x" /></extensionElements></userTask>
            <sequenceFlow id="f" sourceRef="start" targetRef="u" {Names} flowable:skipExpression="x" />
            """,
            $"""<signal id="s" name="s" {Names} flowable:scope="processInstance" />""",
            ProblemSeverity.Warning));
}
