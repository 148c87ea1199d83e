using System.Globalization;
using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Tests.Support;

/// <summary>What components need to say and show anything: texts, the office's time, a clock that stands still.</summary>
internal static class Words
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static void AddWords(this IServiceCollection services, string language = "en")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton<TimeProvider>(new Standing());
        services.AddSingleton(Options.Create(new OfficeOptions()));
        services.AddSingleton<OfficeTime>();
        services.AddSingleton<FormErrorText>();
    }

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
