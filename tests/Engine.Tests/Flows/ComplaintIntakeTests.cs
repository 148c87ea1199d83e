namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaint handled on receipt: what intake may decide.</summary>
public sealed class ComplaintIntakeTests
{
    [Fact]
    public void Explains_an_out_of_scope_case_only_after_a_second_look()
    {
        var walk = Complaint.Received("2026-03-02 10:00").Do("register", "intake", Refused);

        Assert.Equal("second-look:supervisor@", walk.Open);
        Assert.Equal("excluded", walk.Refused("second-look", "intake", ("scopeConfirmed", "yes")));
        walk.Do("second-look", "supervisor", ("scopeConfirmed", "yes"));
        Assert.Equal("suggest register second-look accept-ends tell-scope out-of-scope", walk.Trace());
        Assert.Equal("您的诉求 261122-00017 不属于本平台受理范围。理由：劳动争议。负责单位：劳动仲裁委。办理渠道：12333", walk.Said());
        Assert.Equal("completed out-of-scope", walk.End);
    }

    [Fact]
    public void Takes_the_case_on_when_the_second_look_says_so()
    {
        var walk = Complaint.Received("2026-03-02 10:00").Do("register", "intake", Refused);
        walk.Do("second-look", "supervisor", ("scopeConfirmed", "no"));

        Assert.Equal("suggest register second-look accept-ends route locate routed tell-accepted", walk.Trace());
        Assert.Equal("sign:handler@c1", walk.Open);
    }

    [Fact]
    public void Hands_an_emergency_to_the_emergency_services()
    {
        var walk = Complaint.Received("2026-03-02 10:00").Do("register", "intake", Complaint.Registered(scope: "emergency", more: ("handedTo", "119")));

        Assert.Equal("suggest register accept-ends tell-hand-over handed-over", walk.Trace());
        Assert.Equal("您的诉求 261122-00017 情况紧急，已移交 119。如有危险请立即拨打该电话。", walk.Said());
        Assert.Equal("completed handed-over", walk.End);
    }

    [Fact]
    public void Merges_a_duplicate_into_the_first_case()
    {
        var walk = Complaint.Received("2026-03-02 10:00").Do("register", "intake", Complaint.Registered(scope: "duplicate", more: ("mainNumber", "261120-00003")));

        Assert.Equal("suggest register accept-ends merge-duplicate tell-duplicate duplicate", walk.Trace());
        Assert.Equal("completed merged", walk.End);
    }

    [Fact]
    public void Comes_back_to_intake_when_the_first_case_does_not_exist()
    {
        var walk = Complaint.Received("2026-03-02 10:00");
        walk.Fail("merge-into", "no-such-case");
        walk.Do("register", "intake", Complaint.Registered(scope: "duplicate", more: ("mainNumber", "99")));

        Assert.Equal("suggest register accept-ends no-such-main suggest", walk.Trace());
        Assert.Equal("register:intake@", walk.Open);
    }

    [Fact]
    public void The_acceptance_clock_runs_through_the_second_look()
    {
        var walk = Complaint.Received("2026-03-02 10:00").Do("register", "intake", Refused);
        Assert.Equal("03-02 12:00", walk.TaskDue("second-look"));
        Assert.Equal("03-02 12:00", walk.Due("accept"));
    }

    [Fact]
    public void The_acceptance_clock_starts_anew_when_the_first_case_does_not_exist()
    {
        var walk = Complaint.Received("2026-03-02 10:00");
        walk.Fail("merge-into", "no-such-case");
        walk.Until("2026-03-02 11:00").Do("register", "intake", Complaint.Registered(scope: "duplicate", more: ("mainNumber", "99")));
        Assert.Equal("03-02 13:00", walk.TaskDue("register"));
    }

    [Fact]
    public void Asks_for_the_unit_and_the_channel_when_it_refuses() =>
        Assert.Equal("form-invalid", Complaint.Received("2026-03-02 10:00").Refused("register", "intake", Complaint.Registered(scope: "out")));

    [Fact]
    public void Refuses_a_field_that_the_decision_hides() =>
        Assert.Equal("hidden-form-field", Complaint.Received("2026-03-02 10:00").Refused("register", "intake", Complaint.Registered(more: ("mainNumber", "261120-00003"))));

    [Theory]
    [InlineData(false, "03-02 12:00")]
    [InlineData(true, "03-02 10:30")]
    public void Promises_acceptance_at_once(bool danger, string due)
    {
        var walk = Complaint.Received("2026-03-02 10:00", danger);
        Assert.Equal(due, walk.Due("accept"));
        Assert.Equal(due, walk.TaskDue("register"));
    }

    private static (string, object?)[] Refused =>
        Complaint.Registered(scope: "out", more: [("scopeGround", "劳动争议"), ("otherUnit", "劳动仲裁委"), ("nextChannel", "12333")]);
}
