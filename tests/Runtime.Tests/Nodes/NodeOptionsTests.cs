using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseFlow.Runtime.Tests.Nodes;

public sealed class NodeOptionsTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("20", 30)]
    [InlineData("120", 130)]
    public void The_host_waits_at_least_as_long_as_the_node_may(string? drain, int seconds)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Node:DrainSeconds", drain)]).Build();
        using var services = new ServiceCollection().AddCaseFlowRuntime(configuration).BuildServiceProvider();

        Assert.Equal(TimeSpan.FromSeconds(seconds), services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}
