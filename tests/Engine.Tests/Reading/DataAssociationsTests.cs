using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class DataAssociationsTests
{
    private const string Object = """<dataObject id="d" name="amount" /><dataObjectReference id="ref" dataObjectRef="d" />""";

    [Fact]
    public void Data_is_copied_into_an_activity_and_out_of_it() => Given.Process(Object + """
        <startEvent id="start" /><endEvent id="end" />
        <scriptTask id="s" scriptFormat="feel">
          <ioSpecification><dataInput id="in" name="given" /><dataOutput id="out" name="result" /><inputSet /><outputSet /></ioSpecification>
          <dataInputAssociation><sourceRef>ref</sourceRef><targetRef>in</targetRef></dataInputAssociation>
          <dataOutputAssociation><sourceRef>out</sourceRef><targetRef>ref</targetRef></dataOutputAssociation>
          <script>{ result: given * 2, forgotten: 1 }</script>
        </scriptTask>
        <sequenceFlow sourceRef="start" targetRef="s" /><sequenceFlow sourceRef="s" targetRef="end" />
        """)
        .Started(("amount", 21))
        .ThenVariable("amount", 42)
        .ThenVariable("forgotten", null);

    [Fact]
    public void An_assignment_and_a_transformation_say_what_is_copied() => Given.Process(Object + """
        <startEvent id="start" />
        <userTask id="u">
          <ioSpecification><dataInput id="in" name="double" /><dataInput id="in2" name="label" /><inputSet /><outputSet /></ioSpecification>
          <dataInputAssociation><sourceRef>ref</sourceRef><targetRef>in</targetRef><transformation>amount * 2</transformation></dataInputAssociation>
          <dataInputAssociation><targetRef>in2</targetRef><assignment><from>"no. " + string(amount)</from><to>in2</to></assignment></dataInputAssociation>
        </userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """)
        .Started(("amount", 4))
        .Then("case started p", "set amount=4", "+ start", "- start", "> start->u", "+ u", "set double=8 label=no. 4 in 2", "task u");

    [Fact]
    public void An_association_that_is_only_drawn_carries_nothing() => Given.Process(Object + """
        <startEvent id="start" />
        <userTask id="u"><property id="p1" name="__targetRef_placeholder" />
          <dataInputAssociation><sourceRef>ref</sourceRef><targetRef>p1</targetRef></dataInputAssociation><dataOutputAssociation><targetRef>ref</targetRef></dataOutputAssociation></userTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" /><sequenceFlow sourceRef="u" targetRef="end" />
        """)
        .Started()
        .Complete("u", ("answer", 1))
        .ThenVariable("answer", 1);

    [Fact]
    public void An_activity_repeats_over_the_data_it_names() => Given.Process("""
        <dataObject id="d" name="people" /><startEvent id="start" />
        <userTask id="u">
          <ioSpecification><dataInput id="in" name="list" /><dataOutput id="out" name="answers" /><inputSet /><outputSet /></ioSpecification>
          <dataInputAssociation><sourceRef>d</sourceRef><targetRef>in</targetRef></dataInputAssociation>
          <multiInstanceLoopCharacteristics><loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>replies</loopDataOutputRef>
            <inputDataItem id="i" name="person" /><outputDataItem id="o" name="reply" /></multiInstanceLoopCharacteristics></userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """)
        .Started(("people", new object?[] { "li", "wu" }))
        .Complete("u", ("reply", "yes"))
        .Complete("u", ("reply", "no"))
        .ThenVariable("replies", new object?[] { "yes", "no" });

    [Fact]
    public void A_data_store_is_told_to_be_drawn_only() => Assert.Contains(
        "data-store link",
        Given.Problems("""
        <dataStoreReference id="store" /><startEvent id="start" /><userTask id="u"><dataOutputAssociation id="link"><targetRef>store</targetRef></dataOutputAssociation></userTask>
        <sequenceFlow sourceRef="start" targetRef="u" />
        """, severity: ProblemSeverity.Warning));
}
