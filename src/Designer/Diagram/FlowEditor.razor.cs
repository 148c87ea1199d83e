using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Diagram;

/// <summary>The drawing surface: loads the editor into the page and passes on what it tells.</summary>
public sealed partial class FlowEditor
{
    private ElementReference frame;
    private IJSObjectReference? module;
    private IJSObjectReference? designer;
    private DotNetObjectReference<FlowEditor>? self;

    /// <summary>The editor is there; load a file into the canvas.</summary>
    [Parameter, EditorRequired] public EventCallback<FlowCanvas> Ready { get; set; }

    [Parameter] public EventCallback<ElementModel> ElementSelected { get; set; }

    [Parameter] public EventCallback<CanvasState> DrawingChanged { get; set; }

    /// <summary>Ctrl+S was pressed.</summary>
    [Parameter] public EventCallback SaveWanted { get; set; }

    [JSInvokable]
    public Task SaveAsked() => SaveWanted.InvokeAsync();

    [JSInvokable]
    public Task Selected(ElementModel element) => ElementSelected.InvokeAsync(element);

    [JSInvokable]
    public Task Changed(CanvasState state) => DrawingChanged.InvokeAsync(state);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            self = DotNetObjectReference.Create(this);
            module = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/CaseFlow.Designer/dist/designer.js");
            designer = await module.InvokeAsync<IJSObjectReference>("open", frame, self, CultureInfo.CurrentUICulture.Name);
            await Ready.InvokeAsync(new FlowCanvas(designer));
        }
        catch (JSDisconnectedException)
        {
            // The page was left before the editor was there.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (designer is not null)
            {
                await designer.InvokeVoidAsync("close");
                await designer.DisposeAsync();
            }
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has already thrown the editor away with its page.
        }
        self?.Dispose();
    }
}
