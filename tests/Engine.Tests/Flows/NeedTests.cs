namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Five-step needs loop: the need.</summary>
public sealed class NeedTests
{
    [Fact]
    public void Goes_through_all_five_stages_with_a_new_project()
    {
        var walk = Raised();
        Assert.Equal("verify:station@", walk.Open);
        walk.Do("verify", "keeper", Real).Do("group", "keeper", New);
        walk.Receive("project-approved", ("projectNumber", "P1"));
        walk.Receive("project-finished", ("projectNumber", "P1"), ("projectResult", "装了三处扶手"));
        walk.Do("evaluate", Walk.Reporter, ("solved", "yes"), ("score", "5"));
        walk.Receive("project-closed", ("projectVerdict", "pass"), ("projectResult", "装了三处扶手"));

        Assert.Equal(
            "receipt verify discovered cluster group open-project classified await-approval tell-approved designed await-finish executed "
            + "evaluate report-evaluation await-verdict evaluated publish resolved", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
        Assert.Equal("discover 1 classify-stage 1 design 1 execute 1 evaluate-stage 1", Stages(walk));
        Assert.Equal(
            "您的需求 261122-00017 已收到，民需管家服务站将在 3 个工作日内核实。; 您的需求 261122-00017 已列入项目并获批，开始实施。; reporter rates outcome 5 True; "
            + "need-evaluated to every project; 您的需求 261122-00017 所属项目已办结。结果：装了三处扶手", walk.Said());
    }

    [Fact]
    public void Joins_a_project_and_tells_it_so()
    {
        var walk = Raised().Do("verify", "keeper", Real);
        _ = (walk.Trace(), walk.Said());
        walk.Do("group", "keeper", ("category", "facilities"), ("way", "join"), ("projectNumber", "P7"));

        Assert.Equal("group join-project tell-project classified", walk.Trace());
        Assert.Equal("need-linked to every project", walk.Said());
        Assert.Equal("project-approved", Awaited(walk));
    }

    [Fact]
    public void Asks_again_when_the_project_to_join_does_not_exist()
    {
        var walk = Raised().Do("verify", "keeper", Real);
        walk.Fail("link-case", "no-such-case");
        _ = walk.Trace();
        walk.Do("group", "keeper", ("category", "facilities"), ("way", "join"), ("projectNumber", "P99"));

        Assert.Equal("group no-such-project", walk.Trace());
        Assert.Equal("group:station@", walk.Open);
    }

    [Fact]
    public void Explains_a_need_that_is_not_real()
    {
        var walk = Raised().Do("verify", "keeper", ("title", "加装扶手"), ("verified", "no"), ("explanation", "已有扶手"));

        Assert.Equal("receipt verify discovered explain explained", walk.Trace());
        Assert.Equal("completed explained", walk.End);
    }

    [Fact]
    public void Explains_a_need_that_is_not_feasible()
    {
        var walk = Raised().Do("verify", "keeper", Real).Do("group", "keeper", ("category", "facilities"), ("way", "infeasible"), ("explanation", "消防通道不能占"));

        Assert.Equal("receipt verify discovered cluster group classified explain explained", walk.Trace());
        Assert.Equal("completed explained", walk.End);
    }

    [Fact]
    public void A_cancelled_project_sends_the_need_back_to_be_classified()
    {
        var walk = Grouped().Receive("project-cancelled", ("projectNote", "预算未批"));
        Assert.Equal("cancelled-in-design regroup cluster", walk.Trace());
        Assert.Equal("group:station@", walk.Open);
        walk.Do("group", "keeper", ("category", "facilities"), ("way", "join"), ("projectNumber", "P2")).Receive("project-approved").Receive("project-cancelled");

        Assert.Equal("group join-project tell-project classified await-approval tell-approved designed cancelled-in-execution regroup cluster", walk.Trace());
        Assert.Equal("discover 1 classify-stage 3 design 2 execute 1", Stages(walk));
    }

    [Fact]
    public void A_reasoned_not_met_goes_back_with_its_project()
    {
        var walk = Evaluating().Do("evaluate", Walk.Reporter, ("solved", "no"), ("score", "2"), ("reason", "少一处"));
        walk.Receive("project-closed", ("projectVerdict", "rectify"), ("projectResult", "补装"));
        Assert.Equal("evaluate report-evaluation await-verdict evaluated again-execute", walk.Trace());
        walk.Receive("project-finished", ("projectResult", "补装完成")).Do("evaluate", Walk.Reporter, ("solved", "no"), ("score", "2"), ("reason", "还是少"));
        walk.Receive("project-closed", ("projectVerdict", "redesign"), ("projectResult", "重做"));

        Assert.Equal("await-finish executed evaluate report-evaluation await-verdict evaluated again-design", walk.Trace());
        Assert.Equal("discover 1 classify-stage 1 design 2 execute 2 evaluate-stage 2", Stages(walk));
    }

    [Fact]
    public void A_resident_who_said_met_is_not_asked_again()
    {
        var walk = Evaluating().Do("evaluate", Walk.Reporter, ("solved", "yes"), ("score", "5")).Receive("project-closed", ("projectVerdict", "rectify"), ("projectResult", "补装"));
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void Not_met_but_found_unreasonable_is_closed_as_explained()
    {
        var walk = Evaluating().Do("evaluate", Walk.Reporter, ("solved", "no"), ("score", "1"), ("reason", "要电梯")).Receive("project-closed", ("projectVerdict", "pass"), ("projectResult", "电梯不在此项目"));
        Assert.Equal("completed explained", walk.End);
    }

    [Fact]
    public void Silence_for_fifteen_days_lapses_and_is_never_called_met()
    {
        var walk = Evaluating().Until("2026-03-17 10:00");
        Assert.Equal("evaluation-lapsed report-evaluation", walk.Trace());
        walk.Receive("project-closed", ("projectVerdict", "pass"), ("projectResult", "完成"));

        Assert.Equal("completed unconfirmed", walk.End);
    }

    [Fact]
    public void Verification_and_classification_are_due_in_working_days_make_up_days_included()
    {
        // Thursday 12 February 2026: Friday and the make-up Saturday count, the Spring Festival until the 23rd does not.
        var walk = Raised("2026-02-12 10:00");
        Assert.Equal("02-24 17:00", walk.Due("verify"));
        walk.Until("2026-02-13 10:00").Do("verify", "keeper", Real);
        Assert.Equal("02-27 17:00", walk.Due("classify"));
        walk.Until("2026-02-28 09:00").Do("group", "keeper", New);

        Assert.Equal("verify met 02-13 10:00; classify warning 02-26 15:36; classify breach 02-27 17:00; classify late 02-28 09:00", walk.Clocks());
    }

    [Fact]
    public void The_resident_may_withdraw_and_the_project_hears_of_it()
    {
        var walk = Grouped().Press("withdraw", Walk.Reporter, ("withdrawReason", "搬走了"));

        Assert.Equal("tell-withdrawn withdrawn", walk.Trace());
        Assert.Equal("need-evaluated to every project", walk.Said());
        Assert.Equal("completed withdrawn", walk.End);
    }

    [Fact]
    public void A_need_may_be_merged_into_another()
    {
        var walk = Raised().Press("merge", "keeper", ("mainNumber", "261120-00003"), ("mergeReason", "同一处"));
        Assert.Equal("completed merged", walk.End);
    }

    [Fact]
    public void The_resident_hears_of_progress_and_may_add_something()
    {
        var walk = Grouped().Receive("project-progress", ("progressText", "已完成测量")).Press("supplement", Walk.Reporter, ("supplementText", "二楼也要"));

        Assert.Equal("tell-progress progress-told", walk.Trace());
        Assert.Equal("您的需求 261122-00017 的进展：已完成测量", walk.Said());
        Assert.Equal("read-supplement:station@", walk.Open);
        Assert.Equal("project-approved", Awaited(walk));
    }

    private static (string, object?)[] Real => [("title", "加装扶手"), ("verified", "yes"), ("people", 40)];

    private static (string, object?)[] New => [("category", "facilities"), ("way", "new"), ("projectTitle", "楼道扶手")];

    private static Walk Raised(string at = "2026-03-02 10:00") =>
        Walk.Start("need-project", at, ("title", "加装扶手"), ("description", "老人多"), ("category", "elderly"), ("grid", "g1"));

    private static Walk Grouped()
    {
        var walk = Raised().Do("verify", "keeper", Real).Do("group", "keeper", New);
        Complaint.Forget(walk);
        return walk;
    }

    private static Walk Evaluating()
    {
        var walk = Grouped().Receive("project-approved").Receive("project-finished", ("projectResult", "装了两处"));
        Complaint.Forget(walk);
        return walk;
    }

    private static string Awaited(Walk walk) => string.Join(' ', walk.State.Subscriptions.Values.Where(wait => wait.TaskKey is null && !wait.IsAction && wait.Name is "project-approved" or "project-finished" or "project-closed").Select(wait => wait.Name));

    private static string Stages(Walk walk) => string.Join(' ', walk.State.Stages.Values.OrderBy(stage => Order.IndexOf(stage.Stage)).Select(stage => $"{stage.Stage} {stage.Round}"));

    private static readonly List<string> Order = [.. ShippedFlows.World.Package("need-project").Stages.Select(stage => stage.ElementId)];
}
