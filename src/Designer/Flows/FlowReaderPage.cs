using System.Security.Claims;
using CaseFlow.Designer.Resources;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Designer.Flows;

/// <summary>A page of the designer: it reads and writes flows as the person who is signed in.</summary>
public abstract class FlowReaderPage : ComponentBase
{
    [Inject] protected FlowRegister Register { get; set; } = null!;

    [Inject] protected UnitDirectory Directory { get; set; } = null!;

    [Inject] protected IStringLocalizer<DesignerText> Text { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState>? SignedIn { get; set; }

    /// <summary>Null until the page is initialised, and when the user's account is gone.</summary>
    protected Reader? Reader { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        var user = SignedIn is null ? null : (await SignedIn).User.FindFirstValue(ClaimTypes.NameIdentifier);
        Reader = user is null ? null : await Directory.ReaderAsync(user);
    }
}
