using System.Net;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.SignIn;

public sealed class ClosedHostTests(ClosedHost host) : IClassFixture<ClosedHost>
{
    [Fact]
    public async Task Names_no_demonstration_account_and_signs_none_in()
    {
        var browser = host.Open();
        await browser.GetAsync("/sign-in");
        Assert.Empty(browser.Page.QuerySelectorAll(".cf-demo"));
        var answer = await browser.PostAsync("/sign-in", ("Input.Demo", "admin"));
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Slows_down_whoever_guesses_follow_codes()
    {
        var browser = host.Open("en");
        for (var i = 0; i < 3; i++) await browser.FollowCaseAsync("261122-00001", "00000000");
        var answer = await browser.PostAsync("/follow", ("Input.Number", "261122-00001"), ("Input.Code", "11111111"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Too many tries", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_ready_when_it_answers() =>
        Assert.Equal("Healthy", await (await host.Open().GetAsync("/health/ready")).Content.ReadAsStringAsync());
}
