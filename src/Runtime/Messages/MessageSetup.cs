using CaseFlow.Runtime.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Messages;

internal static class MessageSetup
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<MessageWaits>().AddSingleton<MessageStore>().AddSingleton<SignalTower>();
        return services.AddSingleton(provider => new Messenger(
            provider.GetRequiredService<MessageWaits>(), provider.GetRequiredService<MessageStore>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<CaseOpener>(),
            provider.GetRequiredService<FaultPoints>()));
    }
}
