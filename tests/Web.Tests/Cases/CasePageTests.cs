using System.Globalization;
using Bunit;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Cases;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Cases;

/// <summary>The page on the real desks: what two people see who work on one case.</summary>
public sealed class CasePageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Who_is_slower_to_claim_reads_who_was_first()
    {
        var (number, id, key) = await RegisteredAsync();
        var (first, second) = (await ReaderAsync("s1-handler1"), await ReaderAsync("s1-handler2"));
        using var context = Page(second, number, out var page);
        page.WaitForElement("button[aria-keyshortcuts=a]", Patience);
        Assert.IsType<Done>(await Desk.ClaimAsync(first, id, key));
        await page.Find("button[aria-keyshortcuts=a]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains($"{first.DisplayName} 在", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains($"{first.DisplayName} 在办", page.Find(".cf-other-task").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".cf-task"));
    }

    [Fact]
    public async Task Claiming_opens_the_form_and_says_so()
    {
        var (number, _, _) = await RegisteredAsync();
        using var context = Page(await ReaderAsync("s1-handler1"), number, out var page);
        await page.WaitForElement("button[aria-keyshortcuts=a]", Patience).ClickAsync(new());
        page.WaitForElement(".cf-task-mine form", Patience);
        Assert.Equal("已办好，页面已更新。", page.Find("[role=status] > span").TextContent);
    }

    [Fact]
    public async Task An_auditor_reads_the_story_and_can_do_nothing()
    {
        var (number, _, _) = await RegisteredAsync();
        using var context = Page(await ReaderAsync("auditor"), number, out var page);
        page.WaitForElement(".cf-timeline > li", Patience);
        Assert.Empty(page.FindAll(".cf-work button, .cf-work summary"));
        Assert.NotNull(page.Find(".cf-case-story [aria-label^=核验]"));
    }

    [Fact]
    public async Task A_case_outside_ones_unit_is_not_there()
    {
        var (number, _, _) = await RegisteredAsync();
        using var context = Page(await ReaderAsync("c5-handler"), number, out var page);
        page.WaitForAssertion(() => Assert.Equal("没有这个案件", page.Find("h1").TextContent), Patience);
    }

    private WorkDesk Desk => host.Services.GetRequiredService<WorkDesk>();

    private BunitContext Page(Reader reader, string number, out IRenderedComponent<CasePage> page)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var context = new BunitContext();
        context.Services.AddFallbackServiceProvider(host.Services.CreateScope().ServiceProvider);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        page = context.Render<CasePage>(with => with.AddCascadingValue(reader).Add(p => p.Number, number));
        return context;
    }

    /// <summary>A complaint of a sub-district that its intake has registered; its signing waits for the handlers.</summary>
    private async Task<(string Number, Guid Id, long TaskKey)> RegisteredAsync()
    {
        var values = new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["电梯停运"], ["description"] = ["停在二楼"], ["category"] = ["facilities"] };
        var received = Assert.IsType<Received>(await host.Services.GetRequiredService<IntakeDesk>().SubmitAsync(new IntakeRequest("demo", "complaint", "web", null, values, Unit: "s1")));
        var supervisor = await ReaderAsync("s1-supervisor");
        var task = await TaskAsync(supervisor, received.Number);
        var team = new TeamRef("s1", "handler");
        Assert.IsType<Done>(await Desk.TransferAsync(supervisor, received.CaseId, task.TaskKey, null, team, "由承办组登记"));
        return (received.Number, received.CaseId, task.TaskKey);
    }

    /// <summary>The first task, once the automatic step before it is done.</summary>
    private async Task<TaskView> TaskAsync(Reader reader, string number)
    {
        var cases = host.Services.GetRequiredService<CaseQueries>();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if ((await cases.FindAsync(reader, number, limit.Token))!.Tasks is [var task, ..]) return task;
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<Reader> ReaderAsync(string user)
    {
        using var scope = host.Services.CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(user);
        return (await host.Services.GetRequiredService<UnitDirectory>().ReaderAsync(account!.Id))!;
    }
}
