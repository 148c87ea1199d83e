using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime;

/// <summary>The services that people and programs ask: directory, publishing, intake, work, queries.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton(provider => new UnitDirectory(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new FlowLibrary(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new CalendarLibrary(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Worlds>();
        return services;
    }
}
