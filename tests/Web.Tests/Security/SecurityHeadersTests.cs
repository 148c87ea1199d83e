using System.Text.RegularExpressions;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Security;

public sealed partial class SecurityHeadersTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/services")]
    [InlineData("/css/tokens.css")]
    public async Task Every_answer_carries_them(string address)
    {
        var answer = await host.Open().GetAsync(address);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/inbox", "s1-handler1")]
    public async Task Every_script_of_a_page_carries_the_nonce_of_its_answer(string address, string? user)
    {
        var browser = user is null ? host.Open() : await host.SignInAsync(user);
        var answer = await browser.GetAsync(address);
        var nonce = Nonce().Match(Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))).Groups[1].Value;
        Assert.All(browser.Page.Scripts, script => Assert.Equal(nonce, script.GetAttribute("nonce")));
        Assert.NotEmpty(browser.Page.Scripts);
        Assert.DoesNotContain("script-src 'self' 'unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/preferences/language?to=en&back=//evil.example")]
    [InlineData("/preferences/language?to=en&back=https://evil.example")]
    [InlineData("/preferences/display?theme=dark&back=/\\evil.example")]
    public async Task Links_never_lead_off_the_site(string address)
    {
        var answer = await host.Open().GetAsync(address);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
