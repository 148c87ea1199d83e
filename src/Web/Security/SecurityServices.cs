using CaseFlow.Web.Api;

namespace CaseFlow.Web.Security;

internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddPolicies();
        services.AddRateLimits();
        services.AddScoped<CurrentReader>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "caseflow.form";
            options.HeaderName = AntiforgeryFilter.Header;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Our own header set decides about framing.
            options.SuppressXFrameOptionsHeader = true;
        });
    }
}
