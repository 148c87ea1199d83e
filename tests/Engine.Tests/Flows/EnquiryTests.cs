namespace CaseFlow.Engine.Tests.Flows;

/// <summary>24-hour online enquiry.</summary>
public sealed class EnquiryTests
{
    [Fact]
    public void Goes_from_receipt_to_the_residents_confirmation()
    {
        var walk = Asked("2026-03-02 10:00");
        Assert.Equal("answer:duty@", walk.Open);
        walk.Do("answer", "officer", Answer());
        walk.Do("confirm", Walk.Reporter, ("solved", "yes"), ("score", "5"));

        Assert.Equal("danger receipt receipt-sent suggest suggested answer tell-answer answered confirm confirmed resolved", walk.Trace());
        Assert.Equal("您的咨询已收到，编号 261122-00017，24 小时内答复。; 带身份证到窗口; reporter rates outcome 5 True", walk.Said());
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void Promises_a_receipt_and_an_answer()
    {
        var walk = Asked("2026-03-02 10:00");
        Assert.Equal("receipt met 03-02 10:00", walk.Clocks());
        Assert.Equal("03-03 10:00", walk.Due("answer"));
        walk.Until("2026-03-03 10:00").Do("answer", "officer", Answer());

        Assert.Equal("answer warning 03-03 05:12; answer breach 03-03 10:00; answer met 03-03 10:00", walk.Clocks());
    }

    [Fact]
    public void Three_days_of_silence_end_it_as_not_confirmed()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", Answer());
        _ = walk.Trace();
        walk.Until("2026-03-05 10:00");

        Assert.Equal("silence silent-end unheard", walk.Trace());
        Assert.Equal("completed silent", walk.End);
    }

    [Theory]
    [InlineData("2026-03-02 18:00", "sign:duty@")]
    [InlineData("2026-03-02 07:59", "sign:duty@")]
    [InlineData("2026-03-02 08:00", "answer:duty@")]
    [InlineData("2026-03-02 17:59", "answer:duty@")]
    public void Night_duty_signs_for_what_comes_at_night(string at, string open) => Assert.Equal(open, Asked(at).Open);

    [Fact]
    public void Night_duty_has_two_hours_to_sign()
    {
        var walk = Asked("2026-03-02 23:00");
        _ = walk.Clocks();
        walk.Until("2026-03-03 01:30").Do("sign", "night", ("signed", true));

        Assert.Equal("night-sign warning 03-03 00:36; night-sign breach 03-03 01:00; night-sign late 03-03 01:30", walk.Clocks());
        Assert.Equal("answer:duty@", walk.Open);
    }

    [Fact]
    public void A_suggestion_that_helps_is_answer_enough()
    {
        var walk = Suggested();
        Assert.Equal("confirm-suggestion:reporter answer:duty@", walk.Open);
        walk.Do("confirm-suggestion", Walk.Reporter, ("helpful", "yes"));
        Assert.Equal("confirm:reporter", walk.Open);
        walk.Do("confirm", Walk.Reporter, ("solved", "yes"), ("score", "4"));

        Assert.Equal(
            "danger receipt receipt-sent suggest suggested show-suggestion confirm-suggestion answered-by-suggestion confirm confirmed resolved", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void A_suggestion_that_does_not_help_leaves_the_officer_to_answer()
    {
        var walk = Suggested().Do("confirm-suggestion", Walk.Reporter, ("helpful", "no"));
        Assert.Equal("answer:duty@", walk.Open);
        walk.Do("answer", "officer", Answer());

        Assert.Equal("danger receipt receipt-sent suggest suggested show-suggestion confirm-suggestion suggestion-no-help answer tell-answer answered", walk.Trace());
    }

    [Fact]
    public void Words_of_danger_call_the_duty_officer_at_once()
    {
        var walk = Walk.Start("enquiry", "2026-03-02 10:00", ("title", "我不想活了"), ("description", null));
        Assert.Equal("urgent:duty@", walk.Open);
        Assert.Equal("03-02 10:15", walk.TaskDue("urgent"));
        walk.Do("urgent", "officer", ("urgentContacted", "yes"), ("urgentNext", "handed"), ("urgentNote", "120 已到"));

        Assert.Equal("danger receipt receipt-sent urgent urgent-done handed-over", walk.Trace());
        Assert.Equal("completed handed-over", walk.End);
    }

    [Fact]
    public void A_false_alarm_is_answered_like_any_other()
    {
        var walk = Walk.Start("enquiry", "2026-03-02 10:00", ("title", "家门口起火了怎么报险"), ("description", "保险"));
        walk.Do("urgent", "officer", ("urgentContacted", "yes"), ("urgentNext", "answer"), ("urgentNote", "问保险"));

        Assert.Equal("answer:duty@", walk.Open);
    }

    [Fact]
    public void A_unit_takes_over_through_the_whole_complaint_flow()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", Answer("unit"));
        Assert.Equal("register:intake@", walk.Open);
        _ = walk.Trace();
        walk.Do("register", "intake", Complaint.Registered()).Do("sign", "handler", ("signed", true)).Do("contact", "handler", ("contacted", "yes"));
        Complaint.HandleAgain(walk).Do("call-back", "caller", Complaint.Satisfied).Do("rate", Walk.Reporter, ("solved", "yes"), ("score", "5")).Do("rate-request", "handler", ("score", "4"));

        Assert.Equal(
            "register accept-ends route locate routed tell-accepted sign contact handle handled reply tell-reply need-check answered "
            + "call-back called-back rate rated rate-request request-rated resolved by-unit transferred", walk.Trace());
        Assert.Equal("completed transferred", walk.End);
    }

    [Fact]
    public void Tells_of_another_channel_and_ends()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", Answer("redirect"));
        Assert.Equal("completed redirected", walk.End);
    }

    [Fact]
    public void Delivers_a_letter_to_a_resident_without_a_phone()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", Answer("letter"));
        Assert.Equal("letter:duty@", walk.Open);
        Assert.Equal("03-05 10:00", walk.TaskDue("letter"));
        walk.Do("letter", "officer", ("letterSent", "post"));

        Assert.Equal("confirm:reporter", walk.Open);
    }

    [Fact]
    public void Answers_again_twice_and_then_hands_to_a_unit()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", Answer());
        walk.Until("2026-03-02 15:00").Do("confirm", Walk.Reporter, NotSettled);
        Assert.Equal("03-03 15:00", walk.Due("answer"));
        walk.Do("answer", "officer", Answer()).Do("confirm", Walk.Reporter, NotSettled);
        walk.Do("answer", "officer", Answer()).Do("confirm", Walk.Reporter, NotSettled);

        Assert.Equal("register:intake@", walk.Open);
        Assert.Equal("2", walk.Text("rounds"));
    }

    [Fact]
    public void An_answer_worth_keeping_is_reviewed_first()
    {
        var walk = Asked("2026-03-02 10:00").Do("answer", "officer", [.. Answer(), ("reuse", true)]).Do("confirm", Walk.Reporter, ("solved", "yes"), ("score", "5"));
        Assert.Equal("review-answer:supervisor@", walk.Open);
        walk.Do("review-answer", "supervisor", ("keep", "yes"), ("keepText", "带身份证到窗口办理"));

        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void The_resident_may_withdraw()
    {
        var walk = Asked("2026-03-02 10:00").Press("withdraw", Walk.Reporter);
        Assert.Equal("completed withdrawn", walk.End);
    }

    private static (string, object?)[] NotSettled => [("solved", "no"), ("score", "2"), ("reason", "答非所问")];

    private static (string, object?)[] Answer(string route = "answered") => [("answerRoute", route), ("answerText", "带身份证到窗口")];

    private static Walk Asked(string at) => Walk.Start("enquiry", at, ("title", "医保卡怎么补"), ("description", "丢了"));

    private static Walk Suggested() => Walk.Start(
        "enquiry", "2026-03-02 10:00",
        walk => walk.Answer("suggest-answers", new[] { Values.Of(("number", "260101-00001"), ("text", "带身份证到窗口")) }),
        ("title", "医保卡怎么补"), ("description", "丢了"));
}
