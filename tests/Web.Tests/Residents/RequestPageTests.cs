using System.Net;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Residents;

public sealed class RequestPageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    [Fact]
    public async Task Lists_the_services_residents_may_start()
    {
        var browser = host.Open("en");
        await browser.GetAsync("/");
        Assert.Equal(["ask/complaint", "ask/enquiry", "ask/need-project"], browser.Page.QuerySelectorAll(".cf-services a").Select(link => link.GetAttribute("href")).Order());
    }

    [Fact]
    public async Task Comes_back_with_everything_typed_and_the_errors_beside_their_fields()
    {
        var browser = host.Open("en");
        await browser.GetAsync("/ask/complaint");
        var answer = await browser.PostFormAsync("request", [("description", "停了三天"), ("category", "noise"), ("phone", "12")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("停了三天", browser.Value("description"));
        Assert.Equal("noise", browser.Value("category"));
        Assert.Equal(["f-phone-error", "f-title-error"], browser.Page.QuerySelectorAll(".cf-error").Select(error => error.Id).Order());
        Assert.Equal("f-title-error", browser.Page.GetElementById("f-title")!.GetAttribute("aria-describedby"));
        Assert.Equal(2, browser.Page.QuerySelectorAll("[role=alert] li a").Length);
    }

    [Fact]
    public async Task Gives_a_receipt_with_number_code_and_promise()
    {
        var browser = host.Open("zh");
        var (number, code) = await browser.ComplainAsync();
        Assert.Matches("^\\d{6}-\\d{5}$", number);
        Assert.Matches("^\\d{8}$", code);
        Assert.Contains("2 小时内", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_one_case_when_a_form_is_sent_twice()
    {
        var browser = host.Open();
        await browser.GetAsync("/ask/complaint");
        var page = browser.Page;
        var first = await browser.PostFormAsync("request", Journeys.Complaint);
        var second = await browser.PostFormAsync("request", Journeys.Complaint);
        Assert.Same(page, browser.Page);
        await browser.FollowAsync(first);
        var number = browser.Page.QuerySelector(".cf-receipt dd")!.TextContent;
        await browser.FollowAsync(second);
        Assert.Equal(number, browser.Page.QuerySelector(".cf-receipt dd")!.TextContent);
        Assert.Equal(2, browser.Page.QuerySelectorAll(".cf-receipt dd").Length);
    }

    [Fact]
    public async Task Keeps_the_files_of_a_form_that_comes_back()
    {
        var browser = host.Open("en");
        await browser.GetAsync("/ask/complaint");
        await browser.PostFormAsync("request", [("title", "Lamp")], ("evidence", "lamp.png", Png), ("evidence", "tool.exe", "MZ\0"u8.ToArray()));
        Assert.Contains("tool.exe is of a kind we do not take", browser.Text, StringComparison.Ordinal);
        var kept = browser.Value("evidence")!;
        var answer = await browser.PostFormAsync("request", [.. Journeys.Complaint, ("evidence", kept)]);
        await browser.FollowAsync(answer);
        var number = browser.Page.QuerySelector(".cf-receipt dd")!.TextContent;
        var code = browser.Page.QuerySelectorAll(".cf-receipt dd")[1].TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.FollowCaseAsync(number, code);
        Assert.Contains("lamp.png", browser.Page.QuerySelector(".cf-entries")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_fifty_megabytes_with_a_page_that_says_so()
    {
        var browser = host.Open("en");
        await browser.GetAsync("/ask/complaint");
        var answer = await browser.PostFormAsync("request", Journeys.Complaint, ("evidence", "film.mp4", new byte[50 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That is too large", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_neither_a_script_nor_a_connection_kept_open()
    {
        var browser = host.Open();
        await browser.GetAsync("/ask/complaint");
        Assert.DoesNotContain(browser.Page.Scripts, script => script.Source?.Contains("blazor", StringComparison.Ordinal) == true);
    }
}
