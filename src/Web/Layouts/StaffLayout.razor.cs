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
    private void OnMoved(object? sender, LocationChangedEventArgs moved) => InvokeAsync(StateHasChanged);

    public void Dispose() => Navigation.LocationChanged -= OnMoved;
}
