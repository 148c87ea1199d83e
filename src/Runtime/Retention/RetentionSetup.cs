using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime.Retention;

internal static class RetentionSetup
{
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(RetentionOptions.From(configuration));
        services.AddSingleton<ExpiredCases>().AddSingleton<RetentionExport>().AddSingleton<RetentionRun>().AddSingleton<PersonErasure>();
        return services.AddSingleton(provider => new RetentionDesk(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<ExpiredCases>(), provider.GetRequiredService<RetentionRun>(),
            provider.GetRequiredService<PersonErasure>(), provider.GetRequiredService<TimeProvider>()));
    }
}
