using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components;

/// <summary>Calls back every minute while it is on the page, so that "3 min left" does not stand still.</summary>
public sealed class MinuteTick : ComponentBase, IDisposable
{
    private ITimer? timer;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired] public EventCallback OnTick { get; set; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        var minute = TimeSpan.FromMinutes(1);
        timer = Clock.CreateTimer(_ => _ = InvokeAsync(OnTick.InvokeAsync), null, minute, minute);
    }

    public void Dispose() => timer?.Dispose();
}
