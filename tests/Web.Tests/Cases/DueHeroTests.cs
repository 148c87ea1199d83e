using Bunit;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Cases;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Cases;

public sealed class DueHeroTests
{
    [Fact]
    public void Shows_the_promise_that_runs_out_first()
    {
        using var context = new StaffContext();
        Assert.Equal("签收 还剩 1 小时 截止 2026年11月23日 周一 13:00", Words(context, null, Clock("办理", 50, "running"), Clock("签收", 1, "running"), Clock("受理", -9, "met")));
    }

    [Fact]
    public void Says_that_it_is_late_by_word_sign_and_colour()
    {
        using var context = new StaffContext();
        var hero = Render(context, null, Clock("办理", -26, "breached-running"));
        Assert.Contains("⚠ 已超 1 天 2 小时", hero.Find(".cf-due-hero-words").TextContent, StringComparison.Ordinal);
        Assert.NotNull(hero.Find(".cf-due-hero-late"));
    }

    [Fact]
    public void A_paused_promise_does_not_count_down()
    {
        using var context = new StaffContext();
        Assert.Equal("办理 ‖ 已暂停 暂停期间不计时，原定 2026年11月23日 周一 17:00", Words(context, null, Clock("办理", 5, "paused")));
    }

    [Fact]
    public void A_closed_case_says_whether_its_promises_were_kept()
    {
        using var context = new StaffContext();
        Assert.Equal("办结 12:00 各项时限都按时完成", Words(context, StaffContext.Now, Clock("办理", 5, "met")));
        Assert.Equal("办结 12:00 有 1 项时限没有按时完成", Words(context, StaffContext.Now, Clock("办理", -5, "breached-met"), Clock("受理", 5, "met")));
    }

    private static IRenderedComponent<DueHero> Render(StaffContext context, DateTimeOffset? closed, params ClockView[] clocks) =>
        context.Render<DueHero>(with => with.Add(h => h.Clocks, clocks).Add(h => h.Closed, closed));

    private static string Words(StaffContext context, DateTimeOffset? closed, params ClockView[] clocks) =>
        Render(context, closed, clocks).Find("div").Words();

    private static ClockView Clock(string name, double hours, string status) =>
        new(1, name, new LocalText(name), StaffContext.Now.AddHours(-30), StaffContext.Now.AddHours(hours), status, null, true);
}
