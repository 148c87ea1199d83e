using CaseFlow.TestSupport;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>The main job, whole, in a real browser: a need from a resident's phone to two-way evaluation, and what the auditor reads of it.</summary>
[Collection(nameof(BrowserFixture))]
public sealed class ClosedLoopTests(BrowserFixture fixture)
{
    [SkippableFact]
    public async Task A_need_goes_through_the_five_steps_and_comes_back_to_who_asked()
    {
        BrowserFixture.SkipWithoutBrowser();
        var resident = new Resident(await fixture.NewPersonAsync(width: 390, height: 800));
        var station = new StaffMember(await fixture.NewPersonAsync());
        var approver = new StaffMember(await fixture.NewPersonAsync());
        var handler = new StaffMember(await fixture.NewPersonAsync());

        await resident.AskAsync(
            "need-project", ("title", "小区里想有个老年食堂"), ("description", "院里八十岁以上的老人有三十多位，自己做饭不方便。"),
            ("category", "elderly"), ("grid", "g01"), ("evidence", Photo.File), ("name", "张桂芳"), ("phone", "13800010001"));
        var need = resident.Number;

        await station.SignInAsync("c1-station");
        await station.FindsInInboxAsync("teams", need);
        await station.ShotAsync("inbox");
        await station.DoAsync(need, "核实需求", ("verified", "yes"));
        await station.DoAsync(need, "确认需求组", ("way", "new"), ("projectTitle", "榆荫社区老年食堂"));
        var project = await station.LinkedAsync(need);

        await station.DoAsync(
            project, "编制项目单", ("goal", "老人中午能吃上热饭"), ("projectWay", "self-solve"), ("executorUnit", "c1"),
            ("budget", "社区服务经费 5 万元"), ("milestoneLines", "腾出活动室"));
        await approver.SignInAsync("s1-approver");
        await approver.DoAsync(project, "街道审批", ("approval", "approve"));
        await handler.SignInAsync("c1-handler");
        await handler.DoAsync(project, "完成里程碑", ("milestoneResult", "活动室已腾出并装好灶具"));
        await station.DoAsync(project, "完工公示", ("projectResult", "食堂已开，每天供应午餐"));

        await resident.FollowAsync();
        await resident.SeesAsync("评价项目结果");
        await resident.Page.ScreenshotAsync(new() { Path = Path.Combine(BrowserFixture.Screenshots, "follow-390.png"), FullPage = true });
        await resident.AnswerAsync(("solved", "yes"), ("score", "5"), ("comment", "饭菜很好"));

        await handler.DoAsync(project, "实施方评价需求", ("score", "4"));
        await station.DoAsync(project, "服务站评价实施方", ("score", "5"));
        await resident.SeesAsync("需求已满足");
        await station.OpenAsync(need);
        await station.ShotAsync("case-closed");

        var auditor = new StaffMember(await fixture.NewPersonAsync());
        await auditor.SignInAsync("auditor");
        await auditor.OpenAsync(need);
        await auditor.ShotAsync("case-auditor");
    }

    [SkippableFact]
    public async Task An_admin_renames_a_step_and_running_cases_keep_their_version()
    {
        BrowserFixture.SkipWithoutBrowser();
        var resident = new Resident(await fixture.NewPersonAsync(width: 390, height: 800));
        await resident.AskAsync("enquiry", ("title", "医保卡怎么补办"), ("description", "医保卡丢了，去哪里补办？"), ("category", "social-security"), ("grid", "g01"));
        var admin = new StaffMember(await fixture.NewPersonAsync(width: 1440));
        await admin.SignInAsync("admin");

        await admin.RenameStepAsync("enquiry", "urgent", "马上打电话给居民");
        await admin.ShotAsync("designer");
        await admin.PublishAsync("把步骤的名称说得更清楚");

        await admin.Page.GotoAsync("/designer/enquiry");
        await admin.Page.Locator(".cfd-tabs [role=tab]").Nth(1).ClickAsync();
        await admin.Page.GetByText("把步骤的名称说得更清楚").First.WaitForAsync();
        await admin.ShotAsync("designer-versions");
        await admin.OpenAsync(resident.Number);
        await admin.Page.GetByText("第 1 版").First.WaitForAsync();
    }

    [SkippableFact]
    public async Task An_inbox_tells_of_what_another_browser_did_and_of_two_who_want_a_task_the_slower_reads_who_has_it()
    {
        BrowserFixture.SkipWithoutBrowser();
        var first = new StaffMember(await fixture.NewPersonAsync());
        var second = new StaffMember(await fixture.NewPersonAsync("en-US"));
        await first.SignInAsync("s1-duty1");
        await second.SignInAsync("s1-duty2");
        await second.OpenInboxAsync("teams");
        var resident = new Resident(await fixture.NewPersonAsync("en-US", 390, 800));

        await resident.AskAsync("enquiry", ("title", "Opening hours of the service hall"), ("description", "When is it open?"), ("category", "social-security"), ("grid", "g01"));

        await second.Page.Locator(".cf-news").WaitForAsync();
        await second.ShotAsync("inbox-news");
        await first.OpenAsync(resident.Number);
        await second.OpenAsync(resident.Number);
        await Task.WhenAll(first.ClaimFirstAsync(), second.ClaimFirstAsync());
        await Wait.UntilAsync("one of the two has the task and the other can no longer take it", async () =>
            await first.HeldTasksAsync() + await second.HeldTasksAsync() == 1 && await first.FreeTasksAsync() + await second.FreeTasksAsync() == 0);
        var (winner, loser) = await first.HeldTasksAsync() == 1 ? (first, second) : (second, first);
        await loser.Page.Locator("main").GetByText(await winner.NameAsync()).First.WaitForAsync();
        await second.ShotAsync("conflict");
    }
}
