using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Running;

internal static class RunningSetup
{
    public static IServiceCollection AddRunning(this IServiceCollection services)
    {
        services.TryAddSingleton<FaultPoints>();
        services.AddSingleton<CaseGate>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<MessageSignal>();
        services.AddSingleton<DueSignal>();
        services.AddSingleton(provider => new CaseFeed(provider.GetRequiredService<ILogger<CaseFeed>>()));
        services.AddSingleton<EventFeed>();
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<CommitSignals>();
        services.AddSingleton(provider => new CaseRunner(
            provider.GetRequiredService<CaseStore>(), provider.GetRequiredService<Worlds>(), provider.GetRequiredService<UnitDirectory>(),
            provider.GetRequiredService<CaseGate>(), provider.GetRequiredService<CommitSignals>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CaseRunner>>()));
        return services.AddSingleton<CaseOpener>();
    }
}
