using System.Net;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Residents;

public sealed class FollowPageTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Shows_where_the_case_stands_who_has_it_and_what_is_promised()
    {
        var browser = host.Open("en");
        var (number, code) = await browser.ComplainAsync();
        await browser.FollowCaseAsync(number, code);
        Assert.Equal("3 号楼电梯停了", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Single(browser.Page.QuerySelectorAll("[aria-current=step]"));
        Assert.Equal("Yuyin Grid 1", browser.Page.QuerySelector(".cf-facts dd")!.TextContent);
        Assert.Contains("left", browser.Page.QuerySelector(".cf-promises time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_same_answer_for_an_unknown_number_and_a_wrong_code()
    {
        var browser = host.Open("en");
        var (number, _) = await browser.ComplainAsync();
        await browser.FollowCaseAsync(number, "00000000");
        var wrongCode = browser.Page.QuerySelector("[role=alert]")!.TextContent;
        await browser.FollowCaseAsync("261122-99999", "00000000");
        Assert.Equal(wrongCode, browser.Page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Leads_back_to_number_and_code_without_them()
    {
        var answer = await host.Open().GetAsync("/follow/case");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/follow", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraws_a_request_that_its_reporter_no_longer_wants()
    {
        var browser = host.Open("en");
        var (number, code) = await browser.ComplainAsync();
        await browser.FollowCaseAsync(number, code);
        var form = browser.Page.Forms.Single(form => form.TextContent.Contains("Withdraw", StringComparison.OrdinalIgnoreCase));
        var handler = form.QuerySelector("input[name=_handler]")!.GetAttribute("value")!;
        await browser.FollowAsync(await browser.PostFormAsync(handler, [("withdrawReason", "已经修好了")]));
        Assert.Contains("Closed", browser.Page.QuerySelector(".cf-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgets_the_case_on_a_shared_device()
    {
        var browser = host.Open("en");
        var (number, code) = await browser.ComplainAsync();
        await browser.FollowCaseAsync(number, code);
        await browser.PostFormAsync("close", []);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/follow/case")).StatusCode);
    }
}
