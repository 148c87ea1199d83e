namespace CaseFlow.Engine.Tests.Checks.ClosedLoop;

public sealed class ClockRuleTests
{
    private const string Rules = "clock=\"true\"";

    [Fact]
    public void A_clock_from_receipt_to_the_answer_is_all_right() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><userTask id=\"work\" />{Loop.Reply}<userTask id=\"archive\" /><endEvent id=\"end\" />", "start->work work->reply reply->archive archive->end", Loop.Clock));

    [Fact]
    public void A_path_that_closes_unanswered_is_shown() => Assert.Equal(
        ["closed-without-answer end; start start; complete work"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><userTask id=\"work\" /><exclusiveGateway id=\"g\" default=\"g--reply\" />{Loop.Reply}<exclusiveGateway id=\"m\" /><endEvent id=\"end\" />",
            "start->work work->g g->reply g->m?silly reply->m m->end", Loop.Clock));

    [Fact]
    public void A_closure_type_can_do_without_the_answer() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><userTask id=\"work\" /><exclusiveGateway id=\"g\" default=\"g--reply\" />{Loop.Reply}<endEvent id=\"end\" /><endEvent id=\"out\"><extensionElements><caseflow:close type=\"out\" /></extensionElements></endEvent>",
            "start->work work->g g->reply g->out?silly reply->end", Loop.Clock + "<caseflow:closure id=\"out\" name=\"o\" without=\"answer\" />"));

    [Fact]
    public void A_wait_without_a_clock_before_the_answer_is_shown() => Assert.Equal(
        ["no-clock-running second; start start; complete work"],
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><userTask id=\"work\" /><userTask id=\"second\" />{Loop.Reply}<endEvent id=\"end\" />", "start->work work->second second->reply reply->end",
            Loop.Clock.Replace("stop=\"reply\"", "stop=\"work\"", StringComparison.Ordinal) + "<caseflow:clock id=\"next\" name=\"n\" start=\"reply\" stop=\"reply\" rule=\"elapsed-hours\" amount=\"1\" />"));

    [Fact]
    public void One_clock_may_take_over_from_another() => Assert.Empty(
        Loop.Errors(Rules, $"<startEvent id=\"start\" /><userTask id=\"work\" /><serviceTask id=\"find\" />{Loop.Reply}<endEvent id=\"end\" />", "start->work work->find find->reply reply->end",
            Loop.Clock.Replace("stop=\"reply\"", "stop=\"work\"", StringComparison.Ordinal) + "<caseflow:clock id=\"next\" name=\"n\" start=\"reply\" stop=\"reply\" rule=\"elapsed-hours\" amount=\"1\" />"));

    [Fact]
    public void A_command_that_stops_the_clock_leaves_a_gap_and_a_pause_does_not()
    {
        const string Command = "<userTask id=\"work\"><extensionElements><caseflow:clockCommand clock=\"promise\" command=\"COMMAND\" /></extensionElements></userTask>";
        string[] Told(string command) => [.. Loop.Errors(Rules, "<startEvent id=\"start\" />" + Command.Replace("COMMAND", command, StringComparison.Ordinal) + Loop.Reply + "<endEvent id=\"end\" />", "start->work work->reply reply->end", Loop.Clock)];
        Assert.Equal(["no-clock-running reply; start start; complete work"], Told("stop"));
        Assert.Empty(Told("pause"));
    }

    [Fact]
    public void A_step_is_marked_as_the_answer() => Assert.Equal(
        ["no-answer-step p"],
        Loop.Errors(Rules, "<startEvent id=\"start\" /><userTask id=\"reply\" /><endEvent id=\"end\" />", "start->reply reply->end", Loop.Clock));

    [Fact]
    public void A_mark_is_one_of_the_words() => Assert.Equal(
        ["attribute-value reply"],
        Loop.Errors("", "<startEvent id=\"start\" /><userTask id=\"reply\"><extensionElements><caseflow:loopStep as=\"anser\" /></extensionElements></userTask><endEvent id=\"end\" />", "start->reply reply->end"));
}
