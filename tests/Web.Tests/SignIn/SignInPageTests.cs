using System.Net;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.SignIn;

public sealed class SignInPageTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Leads_back_to_the_page_that_asked()
    {
        var browser = host.Open();
        var asked = await browser.GetAsync("/counter");
        await browser.FollowAsync(asked);
        var answer = await browser.PostAsync(asked.Headers.Location!.ToString(), ("Input.User", "s1-intake"), ("Input.Password", DemoAccounts.Password));
        Assert.Equal("/counter", new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task Never_leads_off_the_site()
    {
        var browser = host.Open();
        await browser.GetAsync("/sign-in?back=https://evil.example/");
        var answer = await browser.PostAsync("/sign-in?back=https://evil.example/", ("Input.User", "s1-intake"), ("Input.Password", DemoAccounts.Password));
        Assert.EndsWith("localhost/inbox", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_for_an_unknown_name_and_a_wrong_password()
    {
        var browser = host.Open("en");
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("Input.User", "c2-handler"), ("Input.Password", "wrong"));
        var known = browser.Page.QuerySelector("[role=alert]")!.TextContent;
        await browser.PostAsync("/sign-in", ("Input.User", "nobody"), ("Input.Password", "wrong"));
        Assert.Equal(known, browser.Page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Locks_an_account_after_five_wrong_passwords()
    {
        var browser = host.Open();
        await browser.GetAsync("/sign-in");
        for (var i = 0; i < 5; i++) await browser.PostAsync("/sign-in", ("Input.User", "c3-handler"), ("Input.Password", "wrong"));
        var answer = await browser.PostAsync("/sign-in", ("Input.User", "c3-handler"), ("Input.Password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_post_without_the_token_of_its_form()
    {
        var browser = host.Open();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Input.User", "admin")]);
        var answer = await browser.Client.PostAsync("/sign-in", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Signs_out_for_good()
    {
        var browser = await host.SignInAsync("s1-handler2");
        await browser.GetAsync("/inbox");
        await browser.PostAsync("/sign-out");
        Assert.Contains("/sign-in", (await browser.GetAsync("/inbox")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
