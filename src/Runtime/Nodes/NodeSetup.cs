using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Runtime.Nodes;

internal static class NodeSetup
{
    /// <summary>For what stops after the work in hand: Quartz, the queue of commits, the web server.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddNode(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(NodeOptions.From(configuration));
        // The host would else cut a longer wait short, at 30 seconds.
        services.AddOptions<HostOptions>().Configure<NodeOptions>((host, node) => host.ShutdownTimeout = Longer(host.ShutdownTimeout, node.DrainLimit + Rest));
        services.AddSingleton(provider => new NodeState(provider.GetRequiredService<NodeOptions>()));
        services.AddSingleton(provider => new NodeRegister(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new NodeDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<NodeRegister>(), provider.GetRequiredService<NodeState>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
