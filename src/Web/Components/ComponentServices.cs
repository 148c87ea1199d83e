using CaseFlow.Web.Components.Forms;
using CaseFlow.Web.Inbox;

namespace CaseFlow.Web.Components;

internal static class ComponentServices
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<FormErrorText>();
        services.AddScoped<DirectoryChoices>();
        services.AddScoped<FormUploads>();
        services.AddScoped<Residents.RequestDraft>();
        services.AddSingleton<RefusalText>();
        services.AddSingleton<StageChoices>();
        services.AddSingleton<Cases.StagedUploads>();
    }
}
