using Bunit;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Tests.Support;
using Timeline = CaseFlow.Web.Cases.Timeline;

namespace CaseFlow.Web.Tests.Cases;

public sealed class TimelineTests
{
    private static readonly TimelineRow[] Rows =
    [
        Row(1, -3, "Reporter", "", "start-case", "case-started", "投诉即办"),
        Row(2, -3, "Reporter", "", "start-case", "element-activated", "收到"),
        Row(3, -2, "Staff", "孙明哲", "complete-task", "task-completed", "登记分类"),
        Row(4, -2, "Staff", "孙明哲", "complete-task", "stage-entered", "办理"),
        Row(5, -1, "System", "caseflow", "mark-clock", "clock-marked", "签收") with { Why = "Breach" },
    ];

    [Fact]
    public void Tells_who_did_what_and_why_newest_first_one_entry_a_step()
    {
        using var context = new StaffContext();
        Assert.Equal(
            ["11:00 系统 ⚠ 时限“签收”到达提醒点 已超期", "10:00 孙明哲 完成任务“登记分类” 进入阶段“办理”", "09:00 诉求人 案件开始：投诉即办"],
            Entries(Render(context)));
    }

    [Fact]
    public void Turns_round_to_oldest_first()
    {
        using var context = new StaffContext();
        var timeline = Render(context);
        timeline.FindAll("button")[0].Click();
        Assert.StartsWith("09:00", Entries(timeline)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_every_step_with_its_stored_record_when_asked()
    {
        using var context = new StaffContext();
        var timeline = Render(context);
        Assert.Empty(timeline.FindAll("pre"));
        timeline.Find("button[aria-pressed=false]").Click();
        Assert.Equal(5, timeline.FindAll("pre").Count);
        Assert.Contains("hash-5", timeline.Find("code").TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<Timeline> Render(StaffContext context) => context.Render<Timeline>(with => with.Add(t => t.Rows, Rows));

    private static List<string> Entries(IRenderedComponent<Timeline> timeline) =>
        [.. timeline.FindAll(".cf-timeline > li").Select(entry => entry.Words())];

    private static TimelineRow Row(long n, int hours, string kind, string who, string cause, string type, string what) =>
        new(n, StaffContext.Now.AddHours(hours), kind, who, cause, type, new LocalText(what), null, $"{{\"n\":{n}}}", $"hash-{n}");
}
