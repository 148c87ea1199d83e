using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Nodes;

internal static class NodeSetup
{
    public static IServiceCollection AddNode(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(NodeOptions.From(configuration));
        services.AddSingleton(provider => new NodeState(provider.GetRequiredService<NodeOptions>()));
        services.AddSingleton(provider => new NodeRegister(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new NodeDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<NodeRegister>(), provider.GetRequiredService<NodeState>(), provider.GetRequiredService<TimeProvider>()));
    }
}
