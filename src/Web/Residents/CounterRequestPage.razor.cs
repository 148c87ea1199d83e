using CaseFlow.Engine;
using CaseFlow.Runtime.Directory;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Residents;

/// <summary>The resident's form as a clerk fills it in for somebody at the window, on the phone or at their door. The clerk's unit receives it unless a grid is named.</summary>
public sealed partial class CounterRequestPage
{
    private static readonly string[] Channels = ["window", "phone", "grid", "station", "party-line", "self-government-line", "social-organisation-line"];
    private string chosen = "";

    [Parameter] public string FlowKey { get; set; } = "";

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [Inject] private RequestDraft Draft { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        chosen = Channels.FirstOrDefault(IsPosted) ?? (Reader.Is(Roles.GridWorker) ? "grid" : "window");
        if (!await Draft.OpenAsync(Reader.Tenant, FlowKey, forStaff: true, Context)) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (await Draft.SendAsync(chosen, Actor.Staff(Reader.UserId), Reader.UnitCode, Context)) Navigation.NavigateTo("/counter/received");
    }

    private bool IsPosted(string channel) => Context.Request.HasFormContentType && Context.Request.Form["_channel"] == channel;
}
