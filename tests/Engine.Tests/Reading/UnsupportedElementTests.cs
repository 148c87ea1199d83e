using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class UnsupportedElementTests
{
    [Fact]
    public void A_complex_gateway_is_refused() => Assert.Equal(
        ["unsupported-element c"],
        Given.Problems("""
        <startEvent id="start" />
        <complexGateway id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void A_transaction_is_refused() => Assert.Equal(
        ["unsupported-element t"],
        Given.Problems("""
        <startEvent id="start" />
        <transaction id="t" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void A_cancel_event_is_refused() => Assert.Equal(
        ["unsupported-element c"],
        Given.Problems("""
        <startEvent id="start" />
        <endEvent id="c"><cancelEventDefinition /></endEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void Two_triggers_on_one_event_are_refused() => Assert.Equal(
        ["unsupported-element c"],
        Given.Problems("""
        <startEvent id="start" />
        <intermediateCatchEvent id="c"><messageEventDefinition /><signalEventDefinition /></intermediateCatchEvent>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void A_catch_event_without_a_trigger_is_refused() => Assert.Equal(
        ["unsupported-element c"],
        Given.Problems("""
        <startEvent id="start" />
        <intermediateCatchEvent id="c" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """));

    [Fact]
    public void A_global_task_is_refused() => Assert.Equal(
        ["unsupported-element g"],
        Given.Problems("""
        <startEvent id="start" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="end" />
        """, """<globalUserTask id="g" />"""));

    [Fact]
    public void A_misspelt_extension_is_refused() => Assert.Equal(
        ["unknown-extension u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u"><extensionElements><caseflow:asignment team="a" /></extensionElements></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """));

    [Fact]
    public void A_misspelt_attribute_is_refused() => Assert.Equal(
        ["unknown-extension u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u"><extensionElements><caseflow:assignment tema="a" /></extensionElements></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """));

    [Fact]
    public void The_message_names_the_element_and_its_line()
    {
        var problem = Assert.Single(Given.Read(Given.Files("\n<startEvent id=\"s\" />\n<complexGateway id=\"c\" />")).Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(new Problem(ProblemSeverity.Error, "unsupported-element", "Expected a supported BPMN element, but found complexGateway.", "flow.bpmn", 4, "c"), problem);
    }

    [Theory]
    [InlineData("""<userTask id="x" startQuantity="2" />""")]
    [InlineData("""<userTask id="x" completionQuantity="3" />""")]
    [InlineData("""<receiveTask id="x" instantiate="true" />""")]
    [InlineData("""<task id="x"><multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="e"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>""")]
    [InlineData("""<intermediateThrowEvent id="x"><compensateEventDefinition waitForCompletion="false" /></intermediateThrowEvent>""")]
    [InlineData("""<intermediateCatchEvent id="x" parallelMultiple="true"><messageEventDefinition /></intermediateCatchEvent>""")]
    [InlineData("""<complexGateway id="x" />""")]
    [InlineData("""<transaction id="x"><startEvent id="inner" /><userTask id="within" /><sequenceFlow id="f" sourceRef="inner" targetRef="within" /></transaction>""")]
    public void What_is_not_run_is_refused_once_in_any_scope(string element)
    {
        string[] refused = ["unsupported-element x"];
        Assert.Equal(refused, Given.Problems($"""<startEvent id="start" />{element}<userTask id="u" /><sequenceFlow sourceRef="start" targetRef="x" /><sequenceFlow sourceRef="x" targetRef="u" />"""));
        Assert.Equal(refused, Given.Problems($"""
            <laneSet id="lanes"><lane id="lane"><flowNodeRef>sub</flowNodeRef></lane></laneSet><startEvent id="start" /><sequenceFlow sourceRef="start" targetRef="sub" />
            <subProcess id="sub"><startEvent id="begin" />{element}<sequenceFlow sourceRef="begin" targetRef="x" /></subProcess>
            """));
        Assert.Equal(refused, Given.Problems($"""
            <startEvent id="start" /><userTask id="u" /><sequenceFlow sourceRef="start" targetRef="u" />
            <subProcess id="sub" triggeredByEvent="true"><startEvent id="begin"><signalEventDefinition /></startEvent>{element}<sequenceFlow sourceRef="begin" targetRef="x" /></subProcess>
            """));
    }

    [Theory]
    [InlineData("<cancelEventDefinition />")]
    [InlineData("<messageEventDefinition /><timerEventDefinition />")]
    [InlineData("<linkEventDefinition name='l' />")]
    [InlineData("<terminateEventDefinition />")]
    [InlineData("")]
    public void A_boundary_event_that_is_not_run_is_refused_alone(string definition) => Assert.Equal(
        ["unsupported-element x"],
        Given.Problems($"""
        <startEvent id="start" /><userTask id="u" /><boundaryEvent id="x" attachedToRef="u">{definition}</boundaryEvent><userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="u" /><sequenceFlow sourceRef="x" targetRef="after" />
        """));

    [Fact]
    public void A_boundary_event_on_what_is_not_run_is_not_told_again() => Assert.Equal(
        ["unsupported-element x"],
        Given.Problems("""
        <startEvent id="start" /><transaction id="x" /><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition /></boundaryEvent><userTask id="after" />
        <sequenceFlow sourceRef="start" targetRef="x" /><sequenceFlow sourceRef="b" targetRef="after" />
        """));
}
