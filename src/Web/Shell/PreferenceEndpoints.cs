using System.Globalization;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace CaseFlow.Web.Shell;

/// <summary>The language and display links of every page: plain GETs that set a cookie and go back, so they work without a script.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/preferences").AllowAnonymous();
        group.MapGet("/language", SetLanguage);
        group.MapGet("/display", SetDisplay);
    }

    private static RedirectHttpResult SetLanguage(HttpContext context, string to, string? back)
    {
        var culture = Languages.Match(to) ?? Languages.Default;
        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(culture)));
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value,
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
        return Back(back);
    }

    private static RedirectHttpResult SetDisplay(HttpContext context, string? theme, string? size, string? back)
    {
        var now = DisplayChoice.Of(context.Request);
        new DisplayChoice(
            theme is null ? now.Theme : DisplayChoice.Themes.FirstOrDefault(known => known == theme),
            size is null ? now.Size : size == "large" ? size : null).Keep(context.Response);
        return Back(back);
    }

    private static RedirectHttpResult Back(string? back) => TypedResults.LocalRedirect(LocalPath.OrHome(back));
}
