using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Runtime.Archive;

internal static class ArchiveSetup
{
    public static IServiceCollection AddArchive(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(ArchiveOptions.From(configuration));
        return services.AddSingleton<CaseArchive>().AddSingleton<Archiver>();
    }
}
