namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Five-step needs loop: the project.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Designs_executes_and_evaluates()
    {
        var walk = Opened();
        Assert.Equal("sheet:station@", walk.Open);
        walk.Do("sheet", "keeper", Sheet()).Do("approve", "approver", ("approval", "approve"));
        Assert.Equal("milestone:handler@s1 milestone:handler@s1", walk.Open);
        walk.Do("milestone", "builder", Milestone).Do("milestone", "builder", Milestone);
        walk.Do("finish", "keeper", ("projectResult", "装了三处"));
        Assert.Equal("rate-partner:station@ rate-request:handler@s1", string.Join(' ', walk.Open.Split(' ').Order(StringComparer.Ordinal)));
        walk.Do("rate-request", "builder", ("score", "4")).Do("rate-partner", "keeper", ("score", "5"));
        walk.Answer("count-evaluations", Tally(2, 2, 2, 0, 5));
        walk.Receive("need-evaluated", ("need", "N1"));

        Assert.Equal(
            "sheet approve plan tell-approved designed milestone milestone-done milestone milestone-done finish tell-finished executed "
            + "count rate-request request-rated rate-partner partner-rated await-evaluation count residents-in residents-done judge publish completed", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
        Assert.Equal(
            "project-approved to every need; project-finished to every need; executor rates request 4; station rates partner 5; project-closed to every need", walk.Said());
    }

    [Fact]
    public void Whoever_wrote_the_sheet_does_not_approve_it() =>
        Assert.Equal("excluded", Opened().Do("sheet", "keeper", Sheet()).Refused("approve", "keeper", ("approval", "approve")));

    [Fact]
    public void Blank_lines_are_no_milestones()
    {
        var walk = Opened().Do("sheet", "keeper", Sheet("测量\r\n\r\n安装\n")).Do("approve", "approver", ("approval", "approve"));
        Assert.Equal(Values.From(new[] { "测量", "安装" }), walk.Variable("milestones"));
    }

    [Fact]
    public void A_sheet_may_be_sent_back_and_is_approved_in_the_end()
    {
        var walk = Opened().Do("sheet", "keeper", Sheet()).Do("approve", "approver", ("approval", "revise"), ("approvalNote", "补指标"));
        walk.Do("sheet", "keeper", Sheet()).Do("approve", "approver", ("approval", "approve"));

        Assert.Equal("sheet approve sheet approve plan tell-approved designed", walk.Trace());
    }

    [Fact]
    public void A_project_without_budget_is_parked_until_its_review_date()
    {
        var walk = Opened().Do("sheet", "keeper", Sheet()).Do("approve", "approver", ("approval", "park"), ("reviewDate", "2026-04-01"), ("approvalNote", "等追加"));
        Assert.Equal("await-budget:station@", walk.Open);
        walk.Until("2026-04-01 09:00");

        Assert.Equal("sheet approve review-due", walk.Trace());
        Assert.Equal("approve:approver@", walk.Open);
        Assert.Equal("design met 03-02 10:00; approve met 03-02 10:00", walk.Clocks());
    }

    [Fact]
    public void Refusing_a_project_tells_its_needs()
    {
        var walk = Opened().Do("sheet", "keeper", Sheet()).Do("approve", "approver", ("approval", "refuse"), ("approvalNote", "不可行"));

        Assert.Equal("sheet approve not-approved tell-refused refused", walk.Trace());
        Assert.Equal("project-cancelled to every need", walk.Said());
        Assert.Equal("completed refused", walk.End);
    }

    [Fact]
    public void An_executor_who_defaults_is_replaced_for_that_milestone()
    {
        var walk = Executing("安装").Press("replace", "keeper", ("executorUnit", "s2"), ("replaceReason", "逾期未动工"));

        Assert.Equal("replace", walk.Trace());
        Assert.Equal("milestone:handler@s2", walk.Open);
    }

    [Fact]
    public void A_resident_who_is_not_satisfied_brings_a_rectification()
    {
        var walk = Judged(2, 2, 1, 1, 4);
        Assert.Equal("improve:approver@", walk.Open);
        walk.Do("improve", "approver", ("improvement", "rectify"), ("rectifyLines", "补装一处"), ("improvementNote", "确有遗漏"));

        Assert.Equal("improve rectify tell-rectify", walk.Trace());
        Assert.Equal("project-closed to every need", walk.Said());
        Assert.Equal("milestone:handler@s1", walk.Open);
        Assert.Equal("补装一处", Prefill(walk));
    }

    [Fact]
    public void A_project_may_be_redesigned()
    {
        var walk = Judged(2, 2, 1, 1, 4).Do("improve", "approver", ("improvement", "redesign"), ("improvementNote", "方案不对"));

        Assert.Equal("improve tell-redesign", walk.Trace());
        Assert.Equal("sheet:station@", walk.Open);
    }

    [Fact]
    public void An_unreasonable_answer_is_explained_in_public()
    {
        var walk = Judged(2, 2, 1, 1, 4).Do("improve", "approver", ("improvement", "explain"), ("explanation", "电梯不在范围"), ("improvementNote", "超出需求"));

        Assert.Equal("improve publish completed", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void Evaluation_closes_after_fifteen_days_whoever_is_silent()
    {
        var walk = Finished();
        walk.Until("2026-03-17 10:00");

        Assert.Equal(
            "residents-lapsed final-count residents-closed request-unrated request-silent partner-unrated partner-silent judge publish completed", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
    }

    [Fact]
    public void Working_day_clocks_count_make_up_days()
    {
        var walk = Walk.Start("project", "2026-02-12 10:00", ("title", "楼道扶手"), ("description", "老人多"));
        Assert.Equal("03-04 17:00", walk.Due("design"));
        walk.Until("2026-02-13 10:00").Do("sheet", "keeper", Sheet());
        Assert.Equal("02-27 17:00", walk.Due("approve"));
        walk.Until("2026-02-24 10:00").Do("approve", "approver", ("approval", "approve")).Do("milestone", "builder", Milestone).Do("milestone", "builder", Milestone);

        Assert.Equal("03-02 17:00", walk.Due("open-evaluation"));
    }

    [Fact]
    public void Progress_is_told_to_every_need_while_work_goes_on()
    {
        var walk = Executing("安装").Press("report-progress", "builder", ("progressText", "已测量"));

        Assert.Equal("project-progress to every need", walk.Said());
        Assert.Equal("milestone:handler@s1", walk.Open);
    }

    [Fact]
    public void Ending_a_project_tells_its_needs()
    {
        var walk = Executing("安装").Press("cancel", "approver", ("cancelReason", "拆迁"));

        Assert.Equal("tell-cancelled cancelled", walk.Trace());
        Assert.Equal("completed cancelled", walk.End);
    }

    [Fact]
    public void A_need_that_joins_catches_up_with_the_project()
    {
        var design = Opened().Receive("need-linked", ("need", "N9"));
        Assert.Equal("joined-early", design.Trace());

        var work = Executing("安装").Receive("need-linked", ("need", "N9"));
        Assert.Equal("tell-joined joined", work.Trace());
        Assert.Equal("project-approved to N9", work.Said());

        var late = Finished().Receive("need-linked", ("need", "N9"));
        Assert.Equal("tell-joined tell-joined-finished joined-late", late.Trace());
        Assert.Equal("project-approved to N9; project-finished to N9", late.Said());
    }

    private static (string, object?)[] Milestone => [("milestoneResult", "完成")];

    private static (string, object?)[] Sheet(string milestones = "测量\n安装") =>
        [("goal", "老人上下楼更稳"), ("projectWay", "self-solve"), ("executorUnit", "s1"), ("budget", "为民资金 2 万"), ("milestoneLines", milestones)];

    private static CaseFlow.Engine.Feel.FeelContext Tally(int asked, int answered, int solved, int unsolved, int? average) =>
        Values.Of(("asked", asked), ("answered", answered), ("solved", solved), ("unsolved", unsolved), ("average", average));

    private static Walk Opened() => Walk.Start("project", "2026-03-02 10:00", Unanswered, ("title", "楼道扶手"), ("description", "老人多"));

    private static void Unanswered(Walk walk) => walk.Answer("count-evaluations", Tally(2, 0, 0, 0, null));

    private static Walk Executing(string milestones)
    {
        var walk = Opened().Do("sheet", "keeper", Sheet(milestones)).Do("approve", "approver", ("approval", "approve"));
        Complaint.Forget(walk);
        return walk;
    }

    private static Walk Finished()
    {
        var walk = Executing("安装").Do("milestone", "builder", Milestone).Do("finish", "keeper", ("projectResult", "装了两处"));
        Complaint.Forget(walk);
        return walk;
    }

    private static Walk Judged(int asked, int answered, int solved, int unsolved, int average)
    {
        var walk = Finished().Do("rate-request", "builder", ("score", "4")).Do("rate-partner", "keeper", ("score", "5"));
        walk.Answer("count-evaluations", Tally(asked, answered, solved, unsolved, average));
        walk.Receive("need-evaluated", ("need", "N1"));
        Complaint.Forget(walk);
        return walk;
    }

    /// <summary>What the open milestone's form shows of the milestone.</summary>
    private static string? Prefill(Walk walk)
    {
        var at = walk.State.Elements[walk.Task("milestone").Key];
        while (at.Variables.Find("milestone") is null) at = walk.State.Elements[at.ScopeKey];
        return ((CaseFlow.Engine.Feel.FeelString)at.Variables.Find("milestone")!).Value;
    }
}
