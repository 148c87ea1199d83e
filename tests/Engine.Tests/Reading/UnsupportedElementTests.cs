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
}
