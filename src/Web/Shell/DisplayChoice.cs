namespace CaseFlow.Web.Shell;

/// <summary>How a person wants pages to look, kept in two cookies. Null: as the device is set.</summary>
/// <param name="Theme">light, dark or contrast.</param>
/// <param name="Size">large.</param>
internal sealed record DisplayChoice(string? Theme, string? Size)
{
    private const string ThemeCookie = "caseflow.theme";
    private const string SizeCookie = "caseflow.size";

    public static readonly IReadOnlyList<string> Themes = ["light", "dark", "contrast"];

    public static DisplayChoice Of(HttpRequest request) => new(
        Themes.FirstOrDefault(theme => theme == request.Cookies[ThemeCookie]),
        request.Cookies[SizeCookie] == "large" ? "large" : null);

    public void Keep(HttpResponse response)
    {
        Set(response, ThemeCookie, Theme);
        Set(response, SizeCookie, Size);
    }

    private static void Set(HttpResponse response, string name, string? value)
    {
        if (value is null) response.Cookies.Delete(name);
        else response.Cookies.Append(name, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
    }
}
