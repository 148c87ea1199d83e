using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Security;

/// <summary>Staff accounts: ASP.NET Core Identity over the runtime's database, a cookie, lockout.</summary>
internal static class Accounts
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Shape));
        services.AddIdentityCore<StaffUser>(Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CaseFlowDbContext>()
            .AddSignInManager()
            .AddUserConfirmation<OpenAccount>();
        // A removed role or a closed account takes effect within a minute, not when the cookie ends.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddSingleton<KeptForms>();
        services.AddScoped<AuthenticationStateProvider, StaffState>();
        services.AddDataProtection().SetApplicationName("CaseFlow");
        services.AddSingleton<DataProtectionKeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeyStore>((options, store) => options.XmlRepository = store);
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 10;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireDigit = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.SignIn.RequireConfirmedAccount = true;
    }

    private static void Shape(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "caseflow.staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/status/403";
        cookie.ReturnUrlParameter = "back";
        // A working day: nobody is thrown out between morning and evening.
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = AnswerOrRedirect(LeadToSignInAsync, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = AnswerOrRedirect(_ => Task.CompletedTask, StatusCodes.Status403Forbidden, always: true);
    }

    /// <summary>A program gets a status; a person is led to sign in, or sees the refusal at the address they asked for.</summary>
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> AnswerOrRedirect(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect, int status, bool always = false) => context =>
    {
        if (!always && !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/_blazor")) return redirect(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task LeadToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var back = await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.Request);
        context.Response.Redirect(context.Request.PathBase + context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, back));
    }

    /// <summary>A closed account can't sign in.</summary>
    private sealed class OpenAccount : IUserConfirmation<StaffUser>
    {
        public Task<bool> IsConfirmedAsync(UserManager<StaffUser> manager, StaffUser user) => Task.FromResult(user.DisabledAt is null);
    }
}
