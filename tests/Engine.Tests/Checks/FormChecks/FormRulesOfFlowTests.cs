using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Checks.FormChecks;

/// <summary>What a flow's forms ask, held against what the flow does with it.</summary>
public sealed class FormRulesOfFlowTests
{
    private const string Choice = """{"key":"way","type":"radio","values":[{"value":"a"},{"value":"b"}]}""";

    [Fact]
    public void A_choice_that_nothing_reads_is_told_with_its_line() => Assert.Equal(
        ["warning field-never-read way ask.form.json:2"],
        Told(Asks(""), "\n" + Choice));

    [Theory]
    [InlineData("""<conditionExpression>way = "a"</conditionExpression>""")]
    [InlineData("", """<extensionElements><caseflow:output source="=way" target="chosen" /></extensionElements>""")]
    public void One_that_a_condition_or_a_mapping_reads_is_all_right(string condition, string after = "") => Assert.Empty(Told(Asks(condition, after), Choice));

    [Fact]
    public void One_that_another_form_asks_again_is_all_right() => Assert.Empty(
        Given.Read(Given.Files(Asks("", """<extensionElements><caseflow:form key="again" /></extensionElements>""")), Form("ask", Choice), Form("again", Choice)).Problems);

    [Fact]
    public void One_that_a_condition_of_its_form_reads_is_all_right() => Assert.Empty(
        Told(Asks(""), Choice + """,{"key":"why","type":"textarea","conditional":{"hide":"=way != \"b\""}}"""));

    [Theory]
    [InlineData("""{"key":"note","type":"textarea"}""")]
    [InlineData("""{"key":"papers","type":"filepicker"}""")]
    [InlineData("""{"key":"way","type":"radio","values":[{"value":"a"}],"properties":{"for":"people"}}""")]
    [InlineData("""{"key":"phone","type":"textfield","properties":{"personal":"phone"}}""")]
    [InlineData("""{"key":"urgency","type":"select","values":[{"value":"urgent"}]}""")]
    public void What_people_read_or_lists_show_is_all_right(string field) => Assert.Empty(Told(Asks(""), field));

    [Fact]
    public void An_evaluations_own_fields_are_counted() => Assert.Empty(
        Told(Asks("", "", """<caseflow:evaluation by="reporter" of="outcome" />"""), """{"key":"score","type":"radio","values":[{"value":"5"}]}"""));

    [Fact]
    public void A_decision_table_reads_what_it_names() => Assert.Empty(Given.Read(
        Given.Files(Asks("")), Form("ask", Choice),
        ("t.dmn", """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="t" namespace="t" id="t"><inputData id="i" name="way" /><decision id="d" name="d">
        <informationRequirement><requiredInput href="#i" /></informationRequirement><literalExpression><text>way</text></literalExpression></decision></definitions>
        """)).Problems);

    [Fact]
    public void An_answer_that_no_output_passes_on_is_lost() => Assert.Equal(
        ["warning field-value-lost note ask.form.json:1"],
        Told(Asks("", "", """<caseflow:output source="=way" target="way" />"""), Choice + """,{"key":"note","type":"textarea"}"""));

    [Fact]
    public void A_condition_reads_fields_of_its_own_form() => Assert.Equal(
        ["error field-condition-unknown why ask.form.json:1"],
        Told(Asks(""), """{"key":"why","type":"textarea","conditional":{"hide":"=wya != \"b\""}}"""));

    [Fact]
    public void A_groups_condition_is_told_once() => Assert.Equal(
        ["error field-condition-unknown one ask.form.json:1"],
        Told(Asks(""), """{"type":"group","conditional":{"hide":"=wya"},"components":[{"key":"one","type":"textarea"},{"key":"two","type":"textarea"}]}"""));

    [Theory]
    [InlineData("=true")]
    [InlineData("=way != \\\"c\\\"")]
    [InlineData("=way = \\\"a\\\" or way = \\\"b\\\" or way = null")]
    public void A_field_that_is_hidden_whatever_is_chosen_is_told(string hide) => Assert.Equal(
        ["warning field-never-shown why ask.form.json:1"],
        Told(Asks("<conditionExpression>way = null</conditionExpression>"), Choice + """,{"key":"why","type":"textarea","validate":{"required":true},"conditional":{"hide":"HIDE"}}""".Replace("HIDE", hide, StringComparison.Ordinal)));

    [Fact]
    public void One_that_some_choice_shows_is_not() => Assert.Empty(
        Told(Asks(""), Choice + """,{"key":"why","type":"textarea","conditional":{"hide":"=way != \"b\""}}"""));

    [Theory]
    [InlineData("\"c\"", true)]
    [InlineData("\"b\"", false)]
    public void A_default_is_one_of_the_options(string value, bool told) => Assert.Equal(
        told ? ["error field-default way ask.form.json:1"] : [],
        Told(Asks("<conditionExpression>way = null</conditionExpression>"), Choice.Replace("\"type\"", $"\"defaultValue\":{value},\"type\"", StringComparison.Ordinal)));

    [Fact]
    public void Two_fields_with_one_key_are_told_at_the_second() => Assert.Equal(
        ["error form-key way ask.form.json:2", "error unknown-form work flow.bpmn:1"],
        Told(Asks(""), Choice + ",\n" + Choice));

    [Fact]
    public void A_form_that_nothing_shows_is_told() => Assert.Equal(
        ["warning form-unused  old.form.json:1"],
        Given.Read(Given.Files(Asks("", form: null)), Form("old", Choice)).Problems.Select(Told));

    private static IEnumerable<string> Told(string elements, string fields) => Given.Read(Given.Files(elements), Form("ask", fields)).Problems.Select(Told);

    private static string Told(Problem problem) => $"{problem.Severity.ToString().ToLowerInvariant()} {problem.Rule} {problem.ElementId} {problem.File}:{(problem.File == "flow.bpmn" ? 1 : problem.Line)}";

    private static (string Name, string Text) Form(string key, string fields) =>
        ($"{key}.form.json", $$"""{"type":"default","schemaVersion":18,"components":[{{fields}}]}""");

    private static string Asks(string condition, string after = "", string task = "", string? form = "ask") =>
        $"""
        <startEvent id="start" /><userTask id="work"><extensionElements>{(form is null ? "" : $"<caseflow:form key=\"{form}\" />")}{task}</extensionElements></userTask>
        <exclusiveGateway id="g" default="d" /><userTask id="next">{after}</userTask><endEvent id="end" />
        <sequenceFlow id="a" sourceRef="start" targetRef="work" /><sequenceFlow id="b" sourceRef="work" targetRef="g" />
        <sequenceFlow id="c" sourceRef="g" targetRef="end">{(condition.Length == 0 ? "<conditionExpression>sooner</conditionExpression>" : condition)}</sequenceFlow>
        <sequenceFlow id="d" sourceRef="g" targetRef="next" /><sequenceFlow id="e" sourceRef="next" targetRef="end" />
        """;
}
