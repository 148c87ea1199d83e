using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime.Outbox;

internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(OutboxOptions.From(configuration));
        services.AddSingleton<ActivityGates>().AddSingleton<OutboxClaims>().AddSingleton<OutboxShelf>().AddSingleton<JobRunner>();
        services.AddSingleton(provider => new DeadLetterDesk(provider.GetRequiredService<Database>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<OutboxSignal>()));
        return services.AddSingleton<OutboxWork>().AddSingleton<OutboxDispatcher>();
    }
}
