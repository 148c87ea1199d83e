namespace CaseFlow.Engine.Tests.Checks.ClosedLoop;

/// <summary>The rules about who and what is asked: the call-back, the return's ground, the hold's review date.</summary>
public sealed class PeopleRulesTests
{
    private const string Ground = """{"key":"ground","type":"select","validate":{"required":true},"values":[{"value":"a"},{"value":"b"}]}""";
    private const string Review = """{"key":"review","type":"datetime","subtype":"date","validate":{"required":true}}""";

    [Theory]
    [InlineData("handle reply")]
    [InlineData("reply", "call-back-by-handler back")]
    [InlineData("", "call-back-by-handler back")]
    public void The_call_back_keeps_out_every_handler(string not, params string[] problems) => Assert.Equal(problems, Loop.Errors(
        "callBack=\"true\"",
        $"""
        <startEvent id="start" />
        <userTask id="handle"><extensionElements><caseflow:loopStep as="handling" /></extensionElements></userTask>
        <userTask id="reply"><extensionElements><caseflow:loopStep as="handling answer" /></extensionElements></userTask>
        <userTask id="back"><extensionElements><caseflow:loopStep as="call-back" /><caseflow:assignment not="{not}" /></extensionElements></userTask>
        <endEvent id="end" />
        """, "start->handle handle->reply reply->back back->end"));

    [Fact]
    public void The_steps_are_marked() => Assert.Equal(
        ["no-call-back-step p", "no-handling-step p"],
        Loop.Errors("callBack=\"true\"", "<startEvent id=\"start\" /><endEvent id=\"end\" />", "start->end"));

    [Theory]
    [InlineData(Ground)]
    [InlineData("""{"key":"unit","type":"select","validate":{"required":true},"properties":{"source":"units"}}""")]
    [InlineData("""{"key":"ground","type":"select","values":[{"value":"a"},{"value":"b"}]}""", "return-without-ground action")]
    [InlineData("""{"key":"ground","type":"textarea","validate":{"required":true}}""", "return-without-ground action")]
    [InlineData("""{"key":"why","type":"textfield"},{"key":"ground","type":"select","conditional":{"hide":"=why = null"},"validate":{"required":true},"values":[{"value":"a"},{"value":"b"}]}""", "return-without-ground action")]
    public void A_return_asks_for_a_ground_from_a_list(string fields, params string[] problems) => Assert.Equal(problems, Action("returnGround=\"true\"", "return", fields));

    [Theory]
    [InlineData(Review)]
    [InlineData("""{"key":"review","type":"datetime"}""", "hold-without-review-date action")]
    [InlineData("""{"key":"review","type":"datetime","subtype":"time","validate":{"required":true}}""", "hold-without-review-date action")]
    [InlineData(Ground, "hold-without-review-date action")]
    public void A_hold_asks_for_a_review_date(string fields, params string[] problems) => Assert.Equal(problems, Action("holdReview=\"true\"", "hold", fields));

    [Fact]
    public void Other_actions_ask_what_they_like() => Assert.Empty(Action("returnGround=\"true\" holdReview=\"true\"", "extend", """{"key":"days","type":"number"}"""));

    [Fact]
    public void An_action_without_a_form_asks_nothing() => Assert.Equal(["return-without-ground action"], Action("returnGround=\"true\"", "return", null));

    private static IEnumerable<string> Action(string rules, string style, string? fields) => Loop.Errors(
        rules,
        $"""
        <startEvent id="start" /><userTask id="work" />
        <boundaryEvent id="action" attachedToRef="work"><extensionElements><caseflow:action label="x" style="{style}" {(fields is null ? "" : "form=\"asks\"")} /></extensionElements><messageEventDefinition /></boundaryEvent>
        <endEvent id="end" /><endEvent id="other" />
        """,
        "start->work work->end action->other", "", fields is null ? [] : [("asks.form.json", $$"""{"type":"default","schemaVersion":18,"components":[{{fields}}]}""")]);
}
