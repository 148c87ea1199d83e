using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime.Due;

internal static class DueSetup
{
    public static IServiceCollection AddDue(this IServiceCollection services)
    {
        services.TryAddSingleton(new DueOptions());
        return services.AddSingleton<DueClaims>().AddSingleton<DueWork>().AddSingleton<DueSweep>().AddSingleton<StartSweep>();
    }
}
