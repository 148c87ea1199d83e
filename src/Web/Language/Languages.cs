using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace CaseFlow.Web.Language;

/// <summary>The languages of the site: Chinese by default, English by cookie or browser.</summary>
internal static class Languages
{
    public const string Default = "zh-CN";
    public const string English = "en";

    public static readonly IReadOnlyList<string> All = [Default, English];

    /// <summary>The supported language of a tag such as <c>zh</c>, <c>zh-Hant-TW</c> or <c>en-GB</c>; null when there is none.</summary>
    public static string? Match(string? tag) =>
        tag is null ? null
        : tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Default
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
        : null;

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = All.Select(CultureInfo.GetCultureInfo).ToList();
            options.DefaultRequestCulture = new RequestCulture(Default);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(FromBrowser)];
        });
        // Chinese goes out as itself, not as six-character entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddOptions<OfficeOptions>().BindConfiguration(OfficeOptions.Section)
            .Configure<IConfiguration>((office, configuration) => office.Tenant = configuration["Tenant"] ?? office.Tenant);
        services.AddSingleton<OfficeTime>();
        services.AddSingleton<OfficeName>();
    }

    private static Task<ProviderCultureResult?> FromBrowser(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Match(language.Value.Value))
            .FirstOrDefault(language => language is not null);
        return Task.FromResult(wanted is null ? null : new ProviderCultureResult(wanted));
    }
}
