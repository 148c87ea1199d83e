using Bunit;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Inbox;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Inbox;

public sealed class InboxTableTests
{
    private static readonly InboxRow Lift = new(
        new Guid("00000000-0000-0000-0000-000000000001"), 7, "261122-00001", "电梯停运", "complaint", "urgent", StaffContext.Words("办理", "Handle"), StaffContext.Words("办理", "Handling"),
        "c1", "handler", null, StaffContext.Now.AddDays(-2), StaffContext.Now.AddHours(-3), "3 号楼");

    [Fact]
    public void A_row_says_number_title_urgency_kind_task_stage_place_and_due_time()
    {
        using var context = new StaffContext();
        var row = Render(context, Lift).Find("tbody tr");
        Assert.Equal(
            ["261122-00001", "电梯停运 ! 紧急 投诉", "办理 · 办理", "3 号楼", "handler", "⚠ 已超 3 小时 截止 2026年11月23日 周一 09:00", "认领"],
            row.Children.Select(cell => cell.Words()));
    }

    [Fact]
    public void A_row_says_it_in_English_too()
    {
        using var context = new StaffContext("en");
        var row = Render(context, Lift with { Due = StaffContext.Now.AddMinutes(200), Urgency = "normal" }).Find("tbody tr");
        Assert.Equal(
            ["261122-00001", "电梯停运 Complaint", "Handle · Handling", "3 号楼", "handler", "3 h 20 min left due Mon 23 Nov 2026, 15:20", "Claim"],
            row.Children.Select(cell => cell.Words()));
    }

    [Fact]
    public void A_task_of_another_team_can_be_seen_but_not_claimed()
    {
        using var context = new StaffContext();
        Assert.Empty(Render(context, Lift with { Team = "callback" }).FindAll("button"));
    }

    [Fact]
    public void A_claimed_row_stays_and_says_so()
    {
        using var context = new StaffContext();
        var table = Render(context, Lift, RowKey.Of(Lift));
        Assert.Empty(table.FindAll("button"));
        Assert.Equal("✓ 已归您", table.Find(".cf-col-action").Words());
    }

    [Fact]
    public void Rows_can_be_walked_opened_and_claimed_by_key()
    {
        using var context = new StaffContext();
        var row = Render(context, Lift).Find("[data-row]");
        Assert.Equal("cases/261122-00001", row.QuerySelector("a[data-row-link]")!.GetAttribute("href"));
        Assert.Equal("c", row.QuerySelector("button")!.GetAttribute("aria-keyshortcuts"));
        Assert.Equal("认领 261122-00001 办理", row.QuerySelector("button")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Claiming_hands_over_the_row()
    {
        using var context = new StaffContext();
        InboxRow? claimed = null;
        var table = context.Render<InboxTable>(with => with.AddCascadingValue(StaffContext.Handler)
            .Add(t => t.Rows, [Lift]).Add(t => t.CanClaim, true).Add(t => t.OnClaim, row => claimed = row));
        table.Find("button").Click();
        Assert.Equal(Lift, claimed);
    }

    private static IRenderedComponent<InboxTable> Render(StaffContext context, InboxRow row, params RowKey[] claimed) =>
        context.Render<InboxTable>(with => with.AddCascadingValue(StaffContext.Handler)
            .Add(t => t.Rows, [row]).Add(t => t.CanClaim, true).Add(t => t.Claimed, claimed.ToHashSet()));
}
