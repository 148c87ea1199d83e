using System.Globalization;
using Bunit;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.Calendars;
using CaseFlow.Web.Language;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Calendars;

/// <summary>The page on the real desk.</summary>
public sealed class CalendarsPageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_admin_changes_hours_sees_what_that_does_and_saves_with_a_reason()
    {
        var admin = await AdminAsync();
        using var context = Page(admin, out var page);
        page.WaitForElement("#cal--week-mon-0--from", Patience);
        Assert.Equal("office-cn", page.Find("#calendar").GetAttribute("value"));

        await page.Find("#cal--week-mon-0--from").ChangeAsync(new() { Value = "830" });
        await page.Find("#cal--week-sat button").ClickAsync(new());
        await page.Find("#cal--week-sat-0--from").ChangeAsync(new() { Value = "9" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Something needs another look (1): see the marked fields. Go to the first", page.Find("[role=alert]").Words()), Patience);
        Assert.Equal("cal--week-sat-0--error", page.Find("#cal--week-sat-0--to").GetAttribute("aria-describedby"));
        Assert.StartsWith("Two times such as", page.Find("#cal--week-sat-0--error").TextContent, StringComparison.Ordinal);

        await page.Find("#cal--week-sat-0--to").ChangeAsync(new() { Value = "12" });
        await page.Find("form").SubmitAsync();
        page.WaitForElement("#preview", Patience);
        Assert.Equal(["Monday: 09:00–17:00 → 08:30–17:00", "Saturday: closed → 09:00–12:00"], page.FindAll("#preview ~ ul li").Select(line => line.Words()));
        await page.FindAll("form")[1].SubmitAsync();
        Assert.Equal("reason-error", page.Find("#reason").GetAttribute("aria-describedby")!.Split(' ')[1]);
        await page.Find("#reason").ChangeAsync(new() { Value = "open on Saturdays" });
        await page.FindAll("form")[1].SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Saved: Community office hours · office-cn", page.Find("[role=status]").TextContent), Patience);
        Assert.Contains("\"sat\": [\"09:00-12:00\"]", (await ContentAsync(admin, "office-cn"))!, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("open on Saturdays", page.Find("#jobs ~ table").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_admin_adds_the_holidays_of_another_year()
    {
        var admin = await AdminAsync();
        using var context = Page(admin, out var page);
        page.WaitForElement("#calendar", Patience);
        await page.Find("#calendar").ChangeAsync(new() { Value = "+holidays" });
        var year = (host.Services.GetRequiredService<OfficeTime>().Now.Year + 1).ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"cn-{year}", page.Find("#cal--id").GetAttribute("value"));

        await page.Find("#cal--notices-0--title").ChangeAsync(new() { Value = "通知" });
        await page.Find("#cal--notices-0--off-title").ParentElement!.QuerySelector("button")!.ClickAsync(new());
        await page.Find("#cal--notices-0--off-0--date").ChangeAsync(new() { Value = $"{year}-01-01" });
        await page.Find("#cal--notices-0--off-0--name-zh-CN").ChangeAsync(new() { Value = "元旦" });
        Assert.Equal("New Year", page.Find("#cal--notices-0--off-0--name-en").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        page.WaitForElement("#preview", Patience);
        Assert.Equal([$"1 Jan {year}: as its weekday → off (New Year)"], page.FindAll("#preview ~ ul li").Select(line => line.Words()));
        Assert.Equal("No office calendar follows this list yet: tick it there.", page.Find("#preview ~ p").Words());
        await page.Find("#reason").ChangeAsync(new() { Value = "published" });
        await page.FindAll("form")[1].SubmitAsync();

        page.WaitForElement("[role=status]", Patience);
        Assert.NotNull(await ContentAsync(admin, $"cn-{year}"));
        Assert.Equal($"cn-{year}", page.Find("#calendar").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_typed_as_text_and_in_the_form_is_one()
    {
        using var context = Page(await AdminAsync(), out var page);
        page.WaitForElement("#calendar", Patience);
        await page.Find("#calendar").ChangeAsync(new() { Value = "cn-2024" });
        await page.Find("#cal--name-en").ChangeAsync(new() { Value = "Holidays" });

        await page.FindAll(".cf-tabs button")[1].ClickAsync(new());
        var text = page.Find("#content").GetAttribute("value")!;
        Assert.Contains("\"en\": \"Holidays\"", text, StringComparison.Ordinal);
        await page.Find("#content").ChangeAsync(new() { Value = "{" });
        await page.FindAll(".cf-tabs button")[0].ClickAsync(new());
        Assert.StartsWith("This file can’t be shown as a form", page.Find(".cf-notice").TextContent, StringComparison.Ordinal);
        await page.Find("#content").ChangeAsync(new() { Value = text.Replace("Holidays", "Days off", StringComparison.Ordinal) });
        await page.FindAll(".cf-tabs button")[0].ClickAsync(new());
        Assert.Equal("Days off", page.Find("#cal--name-en").GetAttribute("value"));

        await page.Find("form").SubmitAsync();
        page.WaitForElement("#preview", Patience);
        Assert.Equal("No due time changes: only names or notes do.", page.Find("#preview ~ p").Words());
        await page.Find("#calendar").ChangeAsync(new() { Value = "cn-2025" });
        Assert.Equal("cn-2024", page.Find("#calendar").GetAttribute("value"));
        Assert.Equal("What you changed is not saved.", page.Find("[role=alert] p").TextContent);
        await page.Find("[role=alert] .cf-button-late").ClickAsync(new());
        Assert.Equal("Public holidays of China, 2025", page.Find("#cal--name-en").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_is_slower_is_told_and_keeps_what_was_typed()
    {
        var admin = await AdminAsync();
        var desk = host.Services.GetRequiredService<CalendarDesk>();
        using var context = Page(admin, out var page);
        page.WaitForElement("#calendar", Patience);
        await page.Find("#calendar").ChangeAsync(new() { Value = "cn-2026" });
        await page.Find("#cal--name-en").ChangeAsync(new() { Value = "Mine" });
        await page.Find("form").SubmitAsync();
        page.WaitForElement("#preview", Patience);
        var before = (await ContentAsync(admin, "cn-2026"))!;
        Assert.Null(await desk.SaveAsync(admin, "cn-2026", before.Replace("Public holidays", "Holidays", StringComparison.Ordinal), before, "shorter"));

        await page.Find("#reason").ChangeAsync(new() { Value = "better" });
        await page.FindAll("form")[1].SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("Somebody has changed this calendar meanwhile.", page.Find("#calendar-problem").Words(), StringComparison.Ordinal), Patience);
        Assert.Equal("Mine", page.Find("#cal--name-en").GetAttribute("value"));
        Assert.DoesNotContain("Mine", (await ContentAsync(admin, "cn-2026"))!, StringComparison.Ordinal);
    }

    private async Task<string?> ContentAsync(Reader admin, string id) =>
        (await host.Services.GetRequiredService<CalendarDesk>().ListAsync(admin)).SingleOrDefault(row => row.Id == id)?.Content;

    private BunitContext Page(Reader reader, out IRenderedComponent<CalendarsPage> page)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var context = new BunitContext();
        context.Services.AddFallbackServiceProvider(host.Services.CreateScope().ServiceProvider);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        page = context.Render<CalendarsPage>(with => with.AddCascadingValue(reader));
        return context;
    }

    private async Task<Reader> AdminAsync()
    {
        using var scope = host.Services.CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync("admin");
        return (await host.Services.GetRequiredService<UnitDirectory>().ReaderAsync(account!.Id))!;
    }
}
