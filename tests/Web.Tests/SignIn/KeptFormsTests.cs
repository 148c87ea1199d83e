using System.Net;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.SignIn;

public sealed class KeptFormsTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Gives_back_what_a_clerk_had_typed_when_their_session_ended()
    {
        var clerk = await host.SignInAsync("s1-intake");
        await clerk.GetAsync("/counter/complaint");
        var typed = clerk.Page;
        await clerk.GetAsync("/inbox");
        await clerk.PostAsync("/sign-out");
        var answer = await clerk.PostToAsync("/counter/complaint", typed, [.. Journeys.Complaint, ("_channel", "phone")]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await clerk.FollowAsync(answer);
        Assert.Contains("您填写的内容已保留", clerk.Text, StringComparison.Ordinal);
        var back = await clerk.PostAsync(answer.Headers.Location!.ToString(), ("Input.User", "s1-intake"), ("Input.Password", DemoAccounts.Password));
        await clerk.FollowAsync(back);
        Assert.Equal("3 号楼电梯停了", clerk.Value("title"));
        Assert.Equal("13800000001", clerk.Value("phone"));
    }
}
