using System.Net;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Nodes;
using CaseFlow.TestSupport;
using CaseFlow.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Health;

public sealed class HealthEndpointsTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Reader Admin = new("admin", "admin", "demo", "", "", [Roles.Admin], []);

    [Fact]
    public async Task Sends_visitors_elsewhere_while_the_node_drains_and_answers_all_the_same()
    {
        var (browser, desk) = (host.Open(), host.Services.GetRequiredService<NodeDesk>());
        await UntilAsync(() => browser.Client.GetAsync("/health/ready"), answer => answer.StatusCode == HttpStatusCode.OK);
        await UntilAsync(async () => (await desk.ListAsync(Admin)).Count, nodes => nodes == 1);

        Assert.True(await desk.AskAsync(Admin, desk.Here, drain: true, "new version"));
        var draining = await UntilAsync(() => browser.Client.GetAsync("/health/ready"), answer => answer.StatusCode != HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, draining.StatusCode);
        Assert.Contains("draining", (await draining.Content.ReadAsStringAsync()).Split('\n'));
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);

        Assert.True(await desk.AskAsync(Admin, desk.Here, drain: false, "done"));
        var ready = await UntilAsync(() => browser.Client.GetAsync("/health/ready"), answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal("Healthy", await ready.Content.ReadAsStringAsync());
    }

    private static Task<T> UntilAsync<T>(Func<Task<T>> readAsync, Func<T, bool> holds) => Wait.UntilAsync(readAsync, holds, Patience);
}
