namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaint handled on receipt: clocks, co-handling, holds, extensions, merging, withdrawal, urging.</summary>
public sealed class ComplaintHandlingTests
{
    [Theory]
    [InlineData("facilities", "normal", "03-09 10:00")]
    [InlineData("building", "normal", "03-17 10:00")]
    [InlineData("utilities", "urgent", "03-03 10:00")]
    [InlineData("safety", "emergency", "03-02 12:00")]
    public void Promises_a_reply_by_class(string category, string urgency, string due) =>
        Assert.Equal(due, Complaint.ToSign(category: category, urgency: urgency).Due("resolve"));

    [Fact]
    public void Reminds_marks_late_and_escalates_each_clock()
    {
        var walk = Complaint.ToSign();
        Complaint.Forget(walk);
        walk.Until("2026-03-02 11:00").Do("sign", "handler", ("signed", true));
        walk.Until("2026-03-03 12:00").Do("contact", "handler", ("contacted", "yes"));
        walk.Until("2026-03-13 10:00");

        Assert.Equal(
            "sign met 03-02 11:00; contact warning 03-03 06:12; contact breach 03-03 11:00; contact late 03-03 12:00; "
            + "resolve warning 03-08 00:24; resolve breach 03-09 10:00; resolve escalation 03-12 22:00", walk.Clocks());
    }

    [Fact]
    public void Waits_for_every_unit_that_helps()
    {
        var walk = Complaint.Handling().Press("add-units", "handler", ("coUnits", new[] { "c2", "c3" }), ("coDays", 5), ("coRequest", "清运"));
        Assert.Equal("handle:handler@c1 co-handle:handler@c2 co-handle:handler@c3", walk.Open);
        Assert.Equal("03-07 10:00", walk.TaskDue("co-handle"));
        walk.Do("handle", "handler", Complaint.Done);
        Assert.Equal("co-handle:handler@c2 co-handle:handler@c3", walk.Open);
        walk.Do("co-handle", "second", ("coResult", "已清运")).Do("co-handle", "third", ("coResult", "已冲洗"));

        // The task of each unit, then the repeating task as a whole.
        Assert.Equal("add-units handle handled co-handle co-handle co-handle co-handled", walk.Trace());
        Assert.Equal("reply:handler@c1", walk.Open);
        Assert.Equal(
            Values.From(new[] { Values.Of(("unit", "c2"), ("result", "已清运")), Values.Of(("unit", "c3"), ("result", "已冲洗")) }), walk.Variable("coResults"));
    }

    [Fact]
    public void A_hold_pauses_the_reply_clock_until_the_review_date()
    {
        var walk = Complaint.Handling().Press("hold", "supervisor", Hold("2026-03-05"));
        Assert.Equal("held:supervisor@c1", walk.Open);
        walk.Until("2026-03-05 09:00");

        Assert.Equal("hold review-due resumed", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
        Assert.Equal("03-12 09:00", walk.Due("resolve"));
        Assert.Equal("", walk.Clocks());
    }

    [Fact]
    public void A_hold_may_end_before_its_review_date()
    {
        var walk = Complaint.Handling().Press("hold", "supervisor", Hold("2026-03-31")).Until("2026-03-04 10:00");
        walk.Do("held", "supervisor", ("resumeNote", "配件已到"));

        Assert.Equal("hold held resumed", walk.Trace());
        Assert.Equal("03-11 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void An_extension_is_granted_once_by_somebody_else_and_told_to_the_resident()
    {
        var walk = Complaint.Handling().Press("extend", "handler", ("extendDays", 5), ("extendReason", "等配件"));
        Assert.Equal("03-02 14:00", walk.TaskDue("approve-extension"));
        walk.Do("approve-extension", "supervisor", ("extensionDecision", "yes"));
        Assert.Equal("03-14 10:00", walk.Due("resolve"));
        walk.Press("extend", "handler", ("extendDays", 5), ("extendReason", "还在等"));

        Assert.Equal("extend approve-extension extended tell-extension extension-done extend extension-refused", walk.Trace());
        Assert.Equal("您的诉求 261122-00017 需要更多时间办理，延长 5 天。原因：等配件", walk.Said());
        Assert.Equal("handle:handler@c1", walk.Open);
        Assert.Equal("03-14 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void No_extension_after_the_due_time()
    {
        var walk = Complaint.Handling().Until("2026-03-09 10:01");
        walk.Press("extend", "handler", ("extendDays", 5), ("extendReason", "等配件"));

        Assert.Equal("extend extension-refused", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
    }

    [Fact]
    public void Silence_on_an_extension_means_no()
    {
        var walk = Complaint.Handling().Press("extend", "handler", ("extendDays", 5), ("extendReason", "等配件")).Until("2026-03-03 10:00");

        Assert.Equal("extend extension-silence extension-refused", walk.Trace());
        Assert.Equal("03-09 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void The_resident_may_withdraw_at_any_time()
    {
        var walk = Complaint.Handling();
        Assert.Equal("not-for-reporter", walk.RefusedPress("merge", Walk.Reporter, ("mainNumber", "261120-00003"), ("mergeReason", "同一盏灯")));
        walk.Press("withdraw", Walk.Reporter, ("withdrawReason", "已自行修好"));

        Assert.Equal("withdrawn", walk.Trace());
        Assert.Equal("completed withdrawn", walk.End);
        Assert.Equal("", walk.Open);
    }

    [Fact]
    public void A_case_may_be_merged_while_it_is_handled()
    {
        var walk = Complaint.Handling().Press("merge", "dispatcher", ("mainNumber", "261120-00003"), ("mergeReason", "同一盏灯"));

        Assert.Equal("merge-into-main merge-done tell-merged merged", walk.Trace());
        Assert.Equal("您的诉求 261122-00017 与 261120-00003 是同一件事，已并单办理，结果以主单为准。", walk.Said());
        Assert.Equal("completed merged", walk.End);
    }

    [Fact]
    public void Merging_into_a_number_that_does_not_exist_changes_nothing()
    {
        var walk = Complaint.Handling();
        walk.Fail("merge-into", "no-such-case");
        walk.Press("merge", "dispatcher", ("mainNumber", "99"), ("mergeReason", "同一盏灯"));

        Assert.Equal("no-main not-merged", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
    }

    [Fact]
    public void Urging_and_additions_must_be_answered_before_the_case_closes()
    {
        var walk = Complaint.Handling().Press("urge", "supervisor", ("urgeNote", "今天必须到场")).Press("supplement", Walk.Reporter, ("supplementText", "灯杆也歪了"));
        Assert.Equal("handle:handler@c1 answer-urge:handler@c1 read-supplement:handler@c1", walk.Open);
        Assert.Equal("03-03 10:00", walk.TaskDue("answer-urge"));
        Complaint.HandleAgain(walk).Do("call-back", "caller", Complaint.Satisfied).Do("rate", Walk.Reporter, ("solved", "yes"), ("score", "5")).Do("rate-request", "handler", ("score", "4"));
        Assert.Equal("active", walk.End);
        walk.Do("answer-urge", "handler", ("urgeAnswer", "已到场")).Do("read-supplement", "handler", ("supplementUse", "noted"));

        Assert.Equal(
            "handle handled reply tell-reply need-check answered call-back called-back rate rated rate-request request-rated resolved "
            + "answer-urge urge-answered read-supplement supplement-read", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
    }

    private static (string, object?)[] Hold(string review) => [("holdReason", "待采购"), ("holdReview", review), ("holdEvidence", "配件订单")];
}
