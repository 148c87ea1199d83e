using CaseFlow.Runtime.Directory;
using Microsoft.AspNetCore.Components.Routing;

namespace CaseFlow.Web.Layouts;

/// <summary>
/// The staff's frame. Every page in it gets <c>[CascadingParameter] Reader</c>: the person, with live team membership.
/// </summary>
public sealed partial class StaffLayout : IDisposable
{
    /// <summary>An interactive page that is drawn but not yet connected: what was typed or pressed then would be lost.</summary>
    private bool IsWaking => AssignedRenderMode is not null && !RendererInfo.IsInteractive;

    private Reader? reader;
    private string unitName = "";
    private bool looked;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        reader = await Current.FindAsync();
        if (reader is not null) unitName = await Current.UnitNameAsync(reader);
        looked = true;
    }

    // Menus are keyed by the address: rendering again closes them.
    private void OnMoved(object? sender, LocationChangedEventArgs moved) => InvokeAsync(RefreshAsync);

    /// <summary>A page may stay open all day: each step in it goes by the teams and roles of that moment.</summary>
    private async Task RefreshAsync()
    {
        StateHasChanged();
        var now = await Current.FindAsync();
        // The same person with the same rights stays the same object: another would make the page load its lists anew.
        if (now is not null && reader is not null && IsSame(now, reader)) return;
        reader = now;
        StateHasChanged();
    }

    private static bool IsSame(Reader one, Reader other) =>
        one.UserId == other.UserId && one.DisplayName == other.DisplayName && one.UnitPath == other.UnitPath && one.Roles.SetEquals(other.Roles) && one.Teams.SequenceEqual(other.Teams);

    public void Dispose() => Navigation.LocationChanged -= OnMoved;
}
