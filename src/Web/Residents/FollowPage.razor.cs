using CaseFlow.Runtime.Work;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Residents;

/// <summary>Number and code open a case to its reporter. An unknown number and a wrong code get the same answer.</summary>
public sealed partial class FollowPage
{
    private bool wrong;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;

    [Inject] private FollowDesk Desk { get; set; } = default!;

    [Inject] private ProtectedCookie<FollowTicket> Tickets { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "follow")] private Typed Input { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new();

    private async Task OpenAsync()
    {
        var ticket = new FollowTicket((Input.Number ?? "").Trim(), string.Concat((Input.Code ?? "").Where(letter => !char.IsWhiteSpace(letter))));
        wrong = ticket.Number.Length == 0 || ticket.Code.Length == 0 || await Desk.FindAsync(ticket.Number, ticket.Code, Context.RequestAborted) is null;
        if (wrong) return;
        Tickets.Set(Context, ticket);
        Navigation.NavigateTo("/follow/case");
    }

    private sealed class Typed
    {
        public string? Number { get; set; }

        public string? Code { get; set; }
    }
}
