using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Messages;

internal static class MessageSetup
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<MessageWaits>().AddSingleton<MessageStore>().AddSingleton<SignalTower>();
        services.AddSingleton(provider => new MessageDesk(provider.GetRequiredService<Database>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<MessageSignal>()));
        return services.AddSingleton(provider => new Messenger(
            provider.GetRequiredService<MessageWaits>(), provider.GetRequiredService<MessageStore>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<CaseOpener>(),
            provider.GetRequiredService<FaultPoints>()));
    }
}
