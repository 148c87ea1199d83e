using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Security;

internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Shape));
        services.AddPolicies();
        services.AddScoped<CurrentReader>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "caseflow.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Our own header set decides about framing.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Shape(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "caseflow.staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/status/403";
        cookie.ReturnUrlParameter = "back";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.SlidingExpiration = true;
    }
}
