using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class FormRulesTests
{
    private const string Form = """
        { "components": [
          { "type": "textfield", "key": "answer", "validate": { "required": true } },
          { "type": "textfield", "key": "phone", "validate": { "required": true }, "properties": { "personal": "phone" } } ] }
        """;

    [Fact]
    public void A_field_that_is_not_in_the_form_is_refused() => Started()
        .Complete("ask", ("answer", "x"), ("unit", "mine"))
        .ThenRejected("unknown-form-field", "Expected field unit of form ask to be right, but: unknown-field.");

    [Fact]
    public void A_missing_answer_is_refused() => Started().Complete("ask")
        .ThenRejected("form-invalid", "Expected field answer of form ask to be right, but: required.");

    [Fact]
    public void What_belongs_to_the_person_register_never_becomes_a_variable() => Started()
        .Complete("ask", ("answer", "x"), ("phone", "13900000000")).ThenStatus(CaseStatus.Completed)
        .ThenVariable("answer", "x").ThenVariable("phone", null);

    [Fact]
    public void Its_being_absent_is_the_registers_matter() => Started().Complete("ask", ("answer", "x")).ThenStatus(CaseStatus.Completed);

    private static TestCase Started() => Given.Flow(
        Given.Files("""
            <startEvent id="start" /><userTask id="ask"><extensionElements><caseflow:form key="ask" /></extensionElements></userTask>
            <sequenceFlow sourceRef="start" targetRef="ask" />
            """),
        ("ask.form.json", Form)).Started();
}
