using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Recomputing;

internal static class RecomputingSetup
{
    public static IServiceCollection AddRecomputing(this IServiceCollection services)
    {
        services.AddSingleton<RecomputationSignal>().AddSingleton<RecomputationQueue>().AddSingleton<ClockedCases>().AddSingleton<RecomputationSweep>().AddSingleton<CalendarPreviews>();
        return services.AddSingleton(provider => new CalendarDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<CalendarLibrary>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<UnitDirectory>(),
            provider.GetRequiredService<CalendarPreviews>()));
    }
}
