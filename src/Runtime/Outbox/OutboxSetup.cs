using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime.Outbox;

internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.TryAddSingleton(new OutboxOptions());
        return services.AddSingleton<OutboxShelf>().AddSingleton<JobRunner>().AddSingleton<OutboxDispatcher>();
    }
}
