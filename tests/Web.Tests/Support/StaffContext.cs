using System.Globalization;
using Bunit;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Support;

/// <summary>Staff components by themselves, at a fixed moment, in one language.</summary>
public sealed class StaffContext : BunitContext
{
    /// <summary>A Monday at noon in Shanghai.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    public static readonly Reader Handler = new(
        "u1", "林志远", "demo", "c1", "d1/s1/c1/", [Roles.Caseworker], [new TeamRef("c1", "handler")]);

    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public StaffContext(string language = "zh-CN")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new StoppedClock(Now));
        Services.AddOptions<OfficeOptions>();
        Services.AddSingleton<OfficeTime>();
        Services.AddSingleton<RefusalText>();
        Services.AddSingleton<FormErrorText>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public static LocalText Words(string chinese, string english) => new(chinese, english);

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        base.Dispose(disposing);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
