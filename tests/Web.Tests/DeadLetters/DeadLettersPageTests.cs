using System.Globalization;
using Bunit;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.DeadLetters;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.DeadLetters;

/// <summary>The page on the real desk, on a node that sends nothing: what was given up stays.</summary>
public sealed class DeadLettersPageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private DeadLetterDesk Desk => host.Services.GetRequiredService<DeadLetterDesk>();

    [Fact]
    public async Task A_leader_mends_what_could_not_be_sent_and_is_told_when_somebody_was_faster()
    {
        var supervisor = await ReaderAsync("s1-supervisor");
        var (first, second) = (await GivenUpAsync(), await GivenUpAsync());
        using var context = Page(supervisor, out var page);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("article").Count), Patience);
        Assert.Equal($"{first} · Look for similar cases", Article(page, first).QuerySelector("h3")!.Words());
        Assert.Contains("Last error: no line", Article(page, first).Words(), StringComparison.Ordinal);
        var shown = Article(page, first).QuerySelector("textarea")!.GetAttribute("value")!;
        Assert.Contains("\n    \"title\": \"电梯停运\"", shown, StringComparison.Ordinal);

        await Article(page, first).QuerySelector("textarea")!.ChangeAsync(new() { Value = "{" });
        await Article(page, first).QuerySelector("form")!.SubmitAsync();
        Assert.Equal("Please give a reason.", Article(page, first).QuerySelector("[role=alert]")!.TextContent);
        await Article(page, first).QuerySelector("form input")!.ChangeAsync(new() { Value = "typo" });
        await Article(page, first).QuerySelector("form")!.SubmitAsync();
        page.WaitForAssertion(() => Assert.StartsWith("It was not done: ", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        await Article(page, first).QuerySelector("textarea")!.ChangeAsync(new() { Value = shown.Replace("停运", "停了", StringComparison.Ordinal) });
        await Article(page, first).QuerySelector("form")!.SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal($"{first} is sent again.", page.Find("[role=status]").TextContent), Patience);

        var key = (await Desk.ListAsync(supervisor)).Rows.Single(row => row.CaseNumber == second).Key;
        Assert.IsType<Done>(await Desk.DropAsync(supervisor, key, "by phone"));
        await Article(page, second).QuerySelector("form input")!.ChangeAsync(new() { Value = "again" });
        await Article(page, second).QuerySelector("form")!.SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Somebody else has dealt with it already.", page.Find("[role=alert]").TextContent), Patience);
        Assert.Equal("Nothing was given up.", page.Find("#rows ~ p").TextContent);
    }

    private static AngleSharp.Dom.IElement Article(IRenderedComponent<DeadLettersPage> page, string number) =>
        page.FindAll("article").Single(article => article.QuerySelector("h3 a")!.TextContent == number);

    /// <summary>A complaint whose first activity was given up before it was tried.</summary>
    private async Task<string> GivenUpAsync()
    {
        host.Services.GetRequiredService<NodeState>().Stop();
        await host.Services.GetRequiredService<NodeState>().IdleAsync().WaitAsync(Patience);
        var values = new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["电梯停运"], ["description"] = ["停在二楼"], ["category"] = ["facilities"] };
        var received = Assert.IsType<Received>(await host.Services.GetRequiredService<IntakeDesk>().SubmitAsync(new IntakeRequest("demo", "complaint", "web", null, values, Unit: "s1")));
        await using var context = host.Services.GetRequiredService<Database>().OpenUnscoped();
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_795_600_000_000);
        Assert.Equal(1, await context.Outbox.IgnoreQueryFilters().Where(row => row.CaseId == received.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadAt, at).SetProperty(row => row.Attempts, 10).SetProperty(row => row.LastError, "no line")));
        return received.Number;
    }

    private BunitContext Page(Reader reader, out IRenderedComponent<DeadLettersPage> page)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var context = new BunitContext();
        context.Services.AddFallbackServiceProvider(host.Services.CreateScope().ServiceProvider);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        page = context.Render<DeadLettersPage>(with => with.AddCascadingValue(reader));
        return context;
    }

    private async Task<Reader> ReaderAsync(string user)
    {
        using var scope = host.Services.CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(user);
        return (await host.Services.GetRequiredService<UnitDirectory>().ReaderAsync(account!.Id))!;
    }
}
