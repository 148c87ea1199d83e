using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class SchemaCheckTests
{
    private const string Around = """<startEvent id="start" /><userTask id="end" />""";

    [Theory]
    [InlineData("""<sequenceFlow id="f" sourceRef="start" targetRef="end"><conditionExpresion>a</conditionExpresion></sequenceFlow>""", "unknown-part f")]
    [InlineData("""<sequenceFlow sourceRef="start" targetRef="end" /><userTask id="u"><timerEventDefinition id="t"><timeDuration>P1D</timeDuration></timerEventDefinition></userTask>""", "unknown-part t")]
    [InlineData("""<sequenceFlow sourceRef="start" targetRef="end" /><boundaryEvent id="b" attachedToRef="end"><timerEventDefinition id="t"><timeDuration>P1D</timeDuration><duration /></timerEventDefinition></boundaryEvent>""", "unknown-part t")]
    public void A_part_that_BPMN_does_not_have_there_is_refused(string elements, string problem) => Assert.Equal([problem], Given.Problems(Around + elements));

    [Fact]
    public void An_attribute_that_BPMN_does_not_have_there_is_named() => Assert.Equal(
        ["unknown-attribute b", "no-end p"],
        Given.Problems(
            Around + """<sequenceFlow sourceRef="start" targetRef="end" /><boundaryEvent id="b" attachedToRef="end" cancelActivty="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>""",
            severity: ProblemSeverity.Warning));

    [Fact]
    public void An_expression_in_another_language_is_translated_or_refused() => Assert.Equal(
        ["foreign-expression g->b"],
        Given.Problems("""
            <startEvent id="start" /><exclusiveGateway id="g" /><userTask id="a" /><userTask id="b" /><sequenceFlow sourceRef="start" targetRef="g" />
            <sequenceFlow id="g->a" sourceRef="g" targetRef="a"><conditionExpression language="juel">a == 1</conditionExpression></sequenceFlow>
            <sequenceFlow id="g->b" sourceRef="g" targetRef="b"><conditionExpression language="http://www.w3.org/1999/XPath">/order/@sum = 1</conditionExpression></sequenceFlow>
            """));
}
