namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaint handled on receipt: check, call-back, handling again, panel, rating.</summary>
public sealed class ComplaintOutcomeTests
{
    [Fact]
    public void A_check_that_fails_sends_the_case_back_with_a_new_promise()
    {
        var walk = Complaint.HandleAgain(Complaint.Handling(category: "building").Until("2026-03-06 10:00"));
        Assert.Equal("check:supervisor@c1", walk.Open);
        Assert.Equal("excluded", walk.Refused("check", "handler", ("checkResult", "pass"), ("checkNote", "看过")));
        walk.Do("check", "supervisor", ("checkResult", "rework"), ("checkNote", "没拆完"));

        Assert.Equal("handle handled reply tell-reply need-check check answered check-failed", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
        Assert.Equal("03-21 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void Nobody_calls_back_on_what_they_handled()
    {
        var walk = Complaint.Replied();
        Assert.Equal("call-back:callback@c1", walk.Open);
        Assert.Equal("excluded", walk.Refused("call-back", "handler", Complaint.Satisfied));
    }

    [Fact]
    public void The_call_back_is_due_in_a_working_day_make_up_days_included() =>
        Assert.Equal("02-14 15:00", Complaint.Replied("2026-02-13 15:00").Due("call-back"));

    [Fact]
    public void Calls_three_times_and_never_calls_an_unreached_resident_satisfied()
    {
        var walk = Complaint.Replied();
        walk.Do("call-back", "caller", ("reached", "no")).Until("2026-03-02 14:00").Do("call-back", "caller", ("reached", "no"));
        walk.Until("2026-03-03 10:00").Do("call-back", "caller", ("reached", "no"));
        Assert.Equal("call-back call-again call-back call-again call-back called-back", walk.Trace());
        walk.Until("2026-05-01 00:00");

        Assert.Equal("request-unrated request-silent rating-lapsed rating-silent unconfirmed", walk.Trace());
        Assert.Equal("completed unconfirmed", walk.End);
    }

    [Fact]
    public void Handles_again_twice_and_then_raises_the_case()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", Complaint.Unsolved);
        Assert.Equal("handle:handler@c1", walk.Open);
        Complaint.HandleAgain(walk).Do("check", "supervisor", ("checkResult", "pass"), ("checkNote", "看过")).Do("call-back", "caller", Complaint.Unsolved);
        Complaint.HandleAgain(walk).Do("check", "supervisor", ("checkResult", "pass"), ("checkNote", "看过")).Do("call-back", "caller", Complaint.Unsolved);
        Assert.Equal("raise:adjudicator@c1", walk.Open);
        Complaint.Forget(walk);
        walk.Do("raise", "judge", ("unit", "d1"), ("raiseNote", "区级牵头"));

        Assert.Equal("raise raised", walk.Trace());
        Assert.Equal("sign:handler@d1", walk.Open);
        Assert.Equal("03-09 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void Only_the_panel_finds_a_resident_unreasonable()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", ("reached", "yes"), ("callSolved", "no"), ("callSatisfied", "no"), ("reasonable", "no"));
        Assert.Equal("panel:panel@c1", walk.Open);
        walk.Do("panel", "panel", ("panelDecision", "unreasonable"), ("publicExplanation", "超出政策规定"));

        Assert.Equal("call-back called-back panel tell-explained explained", walk.Trace());
        Assert.Equal("超出政策规定", walk.Said());
        Assert.Equal("completed explained", walk.End);
    }

    [Fact]
    public void The_panel_may_send_the_case_back()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", ("reached", "yes"), ("callSolved", "yes"), ("callSatisfied", "no"), ("reasonable", "no"));
        walk.Do("panel", "panel", ("panelDecision", "rework"));

        Assert.Equal("call-back called-back panel rework", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
    }

    [Fact]
    public void A_reasoned_not_solved_reopens_handling_within_thirty_days()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", Complaint.Satisfied).Do("rate-request", "handler", ("score", "4"));
        walk.Until("2026-04-01 09:59");
        Assert.Equal("form-invalid", walk.Refused("rate", Walk.Reporter, ("solved", "no"), ("score", "2")));
        walk.Do("rate", Walk.Reporter, ("solved", "no"), ("score", "2"), ("reason", "又不亮了"));

        Assert.Equal("call-back called-back rate-request request-rated rate rated rework", walk.Trace());
        Assert.Equal("handle:handler@c1", walk.Open);
        Assert.Equal("04-08 09:59", walk.Due("resolve"));
    }

    [Fact]
    public void Silence_after_a_good_call_back_closes_the_case_after_thirty_days()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", Complaint.Satisfied).Until("2026-04-01 10:00");

        Assert.Equal("call-back called-back request-unrated request-silent rating-lapsed rating-silent resolved", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void An_answer_of_an_earlier_round_does_not_count_in_the_next()
    {
        var walk = Complaint.Replied().Do("call-back", "caller", Complaint.Satisfied).Do("rate-request", "handler", ("score", "4"));
        walk.Do("rate", Walk.Reporter, ("solved", "no"), ("score", "1"), ("reason", "还是不亮"));
        Complaint.HandleAgain(walk).Do("check", "supervisor", ("checkResult", "pass"), ("checkNote", "看过")).Do("call-back", "caller", Complaint.Satisfied);
        Complaint.Forget(walk);
        walk.Until("2026-04-02 10:00");

        Assert.Equal("request-unrated request-silent rating-lapsed rating-silent resolved", walk.Trace());
    }
}
