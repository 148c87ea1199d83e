using CaseFlow.Runtime.Export;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Ledger;

internal static class LedgerSetup
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<Sealer>();
        services.AddSingleton(provider => new CaseExport(provider.GetRequiredService<Database>()));
        return services.AddSingleton(provider => new ChainVerifier(provider.GetRequiredService<Database>()));
    }
}
