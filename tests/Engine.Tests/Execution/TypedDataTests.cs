namespace CaseFlow.Engine.Tests.Execution;

public sealed class TypedDataTests
{
    private const string Root = """<itemDefinition id="sum" structureRef="xsd:decimal" /><itemDefinition id="day" structureRef="xsd:date" /><itemDefinition id="own" structureRef="tns:Order" />""";

    private static readonly string Process = """
        <dataObject id="d1" name="amount" itemSubjectRef="sum" /><dataObject id="d2" name="due" itemSubjectRef="day" /><dataObject id="d3" name="order" itemSubjectRef="own" />
        <dataObject id="d4" name="names" itemSubjectRef="xsd:string" isCollection="true" />
        <startEvent id="s" /><userTask id="ask" /><serviceTask id="job" /><userTask id="after" />
        """ + Given.Flows("s>ask ask>job job>after");

    private static TestCase Flow => Given.Process(Process, Root);

    [Fact]
    public void A_case_does_not_start_with_a_value_of_another_type() =>
        Flow.Started(("amount", "much")).ThenRejected("data-type", "Expected amount to be a number, but it is \"much\".");

    [Fact]
    public void A_text_in_the_place_of_a_date_is_read_as_one() => Given.Process(
        """<dataObject id="d" name="due" itemSubjectRef="xsd:date" /><startEvent id="s" /><scriptTask id="next" scriptFormat="feel"><script>{ year: due.year }</script></scriptTask>""" + Given.Flows("s>next"))
        .Started(("due", "2026-03-01"))
        .ThenVariable("year", 2026);

    [Fact]
    public void A_task_is_not_completed_with_a_value_of_another_type() => Flow
        .Started(("amount", 3), ("order", 1), ("names", new object?[] { "li" }))
        .Complete("ask", ("names", "li"))
        .ThenRejected("data-type", "Expected names to be a list of string, but it is \"li\".");

    [Fact]
    public void A_change_with_a_value_of_another_type_is_refused() =>
        Flow.Started().Set(("due", 7)).ThenRejected("data-type", "Expected due to be a date, but it is 7.");

    [Fact]
    public void An_answer_of_another_type_is_an_incident() => Flow
        .Started()
        .Complete("ask", ("amount", 2), ("free", "x"))
        .CompleteJob("job", ("amount", true))
        .ThenIncident("data-type", "job", "Expected amount to be a number, but it is true.")
        .ThenVariable("amount", 2);

    [Fact]
    public void A_nearer_variable_of_the_same_name_has_its_own_type() => Given.Process(
        """
        <dataObject id="d1" name="x" itemSubjectRef="xsd:int" /><startEvent id="s" />
        <subProcess id="sub"><dataObject id="d2" name="x" /><startEvent id="b" /><scriptTask id="w" scriptFormat="feel"><script>{ x: "text" }</script></scriptTask>
        """ + Given.Flows("b>w") + """</subProcess><userTask id="after" />""" + Given.Flows("s>sub sub>after"))
        .Started(("x", 1))
        .ThenLive("after")
        .ThenVariable("x", 1);
}
