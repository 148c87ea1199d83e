namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaint handled on receipt: returns, and cases that nobody signs for.</summary>
public sealed class ComplaintReturnTests
{
    [Fact]
    public void Dispatch_decides_the_first_return_and_the_case_moves()
    {
        var walk = Complaint.ToSign();
        Complaint.Forget(walk);
        walk.Press("return", "handler", Return);
        Assert.Equal("decide-return:dispatch@c1", walk.Open);
        walk.Do("decide-return", "dispatcher", ("returnDecision", "yes"), ("unit", "s2"));

        Assert.Equal("return-from-sign returned decide-return", walk.Trace());
        Assert.Equal("sign:handler@s2", walk.Open);
        Assert.Equal("s2", walk.Text("unit"));
    }

    [Fact]
    public void A_return_that_is_refused_leaves_the_case_with_its_unit()
    {
        var walk = Complaint.ToSign().Press("return", "handler", Return).Do("decide-return", "dispatcher", ("returnDecision", "no"));

        Assert.Equal("sign:handler@c1", walk.Open);
        Assert.Equal("hidden-form-field", Complaint.ToSign().Press("return", "handler", Return).Refused("decide-return", "dispatcher", ("returnDecision", "no"), ("unit", "s2")));
    }

    [Fact]
    public void The_second_return_is_adjudicated_and_the_decision_binds()
    {
        var walk = Complaint.ToSign().Press("return", "handler", Return).Do("decide-return", "dispatcher", ("returnDecision", "no"));
        Complaint.Forget(walk);
        walk.Press("return", "handler", Return);
        Assert.Equal("adjudicate:adjudicator@c1", walk.Open);
        walk.Do("adjudicate", "judge", ("unit", "s1"), ("adjudication", "属地兜底"));
        walk.Press("return", "handler", Return);

        Assert.Equal("return-from-sign returned adjudicate return-from-sign returned return-refused", walk.Trace());
        Assert.Equal("sign:handler@s1", walk.Open);
    }

    [Fact]
    public void A_case_may_be_returned_while_it_is_handled()
    {
        var walk = Complaint.Handling().Press("return", "handler", Return);
        walk.Do("decide-return", "dispatcher", ("returnDecision", "yes"), ("unit", "s2")).Do("sign", "other", ("signed", true));

        Assert.Equal("return-from-handle returned decide-return sign", walk.Trace());
        Assert.Equal("contact:handler@s2", walk.Open);
    }

    [Fact]
    public void A_return_needs_a_ground_from_the_list() =>
        Assert.Equal("form-invalid", Complaint.ToSign().RefusedPress("return", "handler", ("returnGround", "busy"), ("returnNote", "太忙")));

    [Fact]
    public void The_promises_to_the_resident_run_on_during_a_return()
    {
        var walk = Complaint.ToSign();
        Assert.Equal("03-09 10:00", walk.Due("resolve"));
        walk.Until("2026-03-02 11:00").Press("return", "handler", Return);
        Complaint.Forget(walk);
        walk.Until("2026-03-02 14:30").Do("decide-return", "dispatcher", ("returnDecision", "yes"), ("unit", "s2")).Do("sign", "other", ("signed", true));

        Assert.Equal("sign warning 03-02 11:36; sign breach 03-02 12:00; sign escalation 03-02 13:00; sign late 03-02 14:30", walk.Clocks());
        Assert.Equal("03-09 10:00", walk.Due("resolve"));
    }

    [Fact]
    public void The_decision_is_due_in_four_working_hours_make_up_days_included()
    {
        // Friday 13 February 2026, 16:00; Saturday the 14th is worked ahead of the Spring Festival.
        var walk = Complaint.ToSign("2026-02-13 15:30").Until("2026-02-13 16:00").Press("return", "handler", Return);
        Assert.Equal("02-14 12:00", walk.TaskDue("decide-return"));
    }

    [Fact]
    public void Dispatch_names_a_unit_when_nobody_signs_for_four_hours()
    {
        var walk = Complaint.ToSign();
        Complaint.Forget(walk);
        walk.Until("2026-03-02 14:00");
        Assert.Equal("assign:dispatch@c1", walk.Open);
        walk.Do("assign", "dispatcher", ("unit", "s1"));

        Assert.Equal("unsigned assign", walk.Trace());
        Assert.Equal("sign:handler@s1", walk.Open);
    }

    private static (string, object?)[] Return => [("returnGround", "not-our-duty"), ("returnNote", "属园林部门")];
}
