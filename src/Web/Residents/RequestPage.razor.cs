using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Residents;

/// <summary>The one form a resident fills in. Posted to itself: refused, it comes back with everything that was typed; received, it leads to the receipt.</summary>
public sealed partial class RequestPage
{
    [Parameter] public string FlowKey { get; set; } = "";

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [Inject] private RequestDraft Draft { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IOptions<OfficeOptions> Office { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (!await Draft.OpenAsync(Office.Value.Tenant, FlowKey, forStaff: false, Context)) Navigation.NotFound();
    }

    private async Task SendAsync()
    {
        if (await Draft.SendAsync("web", actor: null, unit: null, Context)) Navigation.NavigateTo("/received");
    }
}
