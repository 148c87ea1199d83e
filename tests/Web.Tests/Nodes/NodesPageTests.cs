using System.Globalization;
using Bunit;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.Nodes;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Nodes;

/// <summary>The page on the real desk, of the node that the site runs as.</summary>
public sealed class NodesPageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private NodeDesk Desk => host.Services.GetRequiredService<NodeDesk>();

    [Fact]
    public async Task An_admin_drains_a_node_with_a_reason_lets_it_go_on_and_the_auditor_finds_both()
    {
        var admin = await ReaderAsync("admin");
        await UntilAsync(admin, NodeCondition.Running);
        using var context = Page(admin, out var page);
        page.WaitForAssertion(() => Assert.Equal("running", page.Find(".cf-badge").TextContent), Patience);
        Assert.Equal(Desk.Here, page.Find("article h3").TextContent);
        Assert.Contains("this page", page.Find("article").TextContent, StringComparison.Ordinal);

        await page.Find("article button").ClickAsync(new());
        Assert.StartsWith("No other node is running", page.Find("article .cf-error").TextContent, StringComparison.Ordinal);
        await page.Find("article form").SubmitAsync();
        Assert.Equal("Please give a reason.", page.Find("[role=alert]").TextContent);
        await page.Find("article input").ChangeAsync(new() { Value = "new version" });
        await page.Find("article form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("drained", page.Find(".cf-badge").TextContent), Patience);
        Assert.Contains("No node takes up work", page.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await page.Find("article button").ClickAsync(new());
        await page.Find("article input").ChangeAsync(new() { Value = "done" });
        await page.Find("article form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("running", page.Find(".cf-badge").TextContent), Patience);
        var acts = await host.Services.GetRequiredService<AuditQueries>().ActsAsync(admin);
        Assert.Equal(
            [("node-resumed", Desk.Here, "done"), ("node-drained", Desk.Here, "new version")],
            acts.Rows.Where(act => act.Act.StartsWith("node-", StringComparison.Ordinal)).Select(act => (act.Act, act.Subject, act.Reason)));
    }

    [Fact]
    public async Task Tells_how_much_waits()
    {
        using var context = Page(await ReaderAsync("admin"), out var page);
        page.WaitForElement("#waiting", Patience);
        Assert.Equal(["Due now", "To be sent", "Not delivered", "Messages that wait for a case"], page.FindAll("#waiting ~ dl dt").Select(term => term.TextContent));
        Assert.Equal("0", page.FindAll("#waiting ~ dl dd")[2].Words());
    }

    [Fact]
    public async Task Is_for_admins_only_and_knows_when_a_node_is_gone()
    {
        var (admin, supervisor) = (await ReaderAsync("admin"), await ReaderAsync("s1-supervisor"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.ListAsync(supervisor));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.WaitingAsync(supervisor));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk.AskAsync(supervisor, Desk.Here, drain: true, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => Desk.AskAsync(admin, Desk.Here, drain: true, " "));
        Assert.False(await Desk.AskAsync(admin, "nobody", drain: true, "x"));
    }

    private async Task UntilAsync(Reader reader, NodeCondition condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await Desk.ListAsync(reader, limit.Token)) is not [var only] || only.Condition != condition) await Task.Delay(50, limit.Token);
    }

    private BunitContext Page(Reader reader, out IRenderedComponent<NodesPage> page)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var context = new BunitContext();
        context.Services.AddFallbackServiceProvider(host.Services.CreateScope().ServiceProvider);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        page = context.Render<NodesPage>(with => with.AddCascadingValue(reader));
        return context;
    }

    private async Task<Reader> ReaderAsync(string user)
    {
        using var scope = host.Services.CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(user);
        return (await host.Services.GetRequiredService<UnitDirectory>().ReaderAsync(account!.Id))!;
    }
}
