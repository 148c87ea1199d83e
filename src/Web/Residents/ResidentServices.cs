using CaseFlow.Web.Security;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Residents;

internal static class ResidentServices
{
    public static void AddResidentPages(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<SubmittedRequests>();
        services.AddSingleton(provider => new ProtectedCookie<Receipt>(
            provider.GetRequiredService<IDataProtectionProvider>(), "caseflow.receipt", "/", TimeSpan.FromMinutes(30)));
        services.AddSingleton(provider => new ProtectedCookie<FollowTicket>(
            provider.GetRequiredService<IDataProtectionProvider>(), "caseflow.follow", "/follow", TimeSpan.FromMinutes(30)));
    }
}
