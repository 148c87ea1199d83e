using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Diagram;

/// <summary>
/// A diagram to look at: the steps a case stands in and those behind it are marked, by a word as well as a colour.
/// Needs an interactive page; a statically rendered one shows the empty frame.
/// </summary>
public sealed partial class BpmnViewer
{
    private ElementReference canvas;
    private IJSObjectReference? module;
    private IJSObjectReference? view;
    private string shownXml = "";
    private string[] shownLive = [];
    private string[] shownFinished = [];
    private bool unreadable;
    private bool busy;

    /// <summary>BPMN 2.0 XML with diagram interchange (shapes and edges).</summary>
    [Parameter, EditorRequired] public string Xml { get; set; } = "";

    /// <summary>Ids of the elements the case stands in now. Ids the diagram does not have are passed over.</summary>
    [Parameter] public IReadOnlyCollection<string> LiveElements { get; set; } = [];

    /// <summary>Ids of the elements and sequence flows already behind the case.</summary>
    [Parameter] public IReadOnlyCollection<string> FinishedElements { get; set; } = [];

    /// <summary>What a screen reader calls the diagram; the default is a general word.</summary>
    [Parameter] public string? Label { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Rendering again while the browser still draws must not start a second drawing; what was missed is caught up below.
        if (busy) return;
        busy = true;
        try
        {
            while (Xml.Length > 0 && IsStale()) await DrawAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; there is nothing left to draw on.
        }
        finally
        {
            busy = false;
        }
    }

    private bool IsStale() => shownXml != Xml || !shownLive.SequenceEqual(LiveElements) || !shownFinished.SequenceEqual(FinishedElements);

    private async Task DrawAsync()
    {
        view ??= await OpenAsync();
        var onlyMarks = shownXml == Xml;
        (shownXml, shownLive, shownFinished) = (Xml, [.. LiveElements], [.. FinishedElements]);
        if (onlyMarks && unreadable) return;
        try
        {
            if (onlyMarks) await view.InvokeVoidAsync("mark", shownLive, shownFinished);
            else await view.InvokeVoidAsync("show", shownXml, shownLive, shownFinished);
            SetUnreadable(false);
        }
        catch (JSException)
        {
            SetUnreadable(true);
        }
    }

    private async Task<IJSObjectReference> OpenAsync()
    {
        module = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/CaseFlow.Designer/dist/viewer.js");
        return await module.InvokeAsync<IJSObjectReference>("open", canvas, new { live = Text["Diagram.Live"].Value, finished = Text["Diagram.Finished"].Value });
    }

    private void SetUnreadable(bool value)
    {
        if (unreadable == value) return;
        unreadable = value;
        StateHasChanged();
    }

    private async Task Zoom(double factor)
    {
        if (view is not null) await view.InvokeVoidAsync("zoom", factor);
    }

    private async Task Fit()
    {
        if (view is not null) await view.InvokeVoidAsync("fit");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (view is not null)
            {
                await view.InvokeVoidAsync("close");
                await view.DisposeAsync();
            }
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has already thrown the diagram away with its page.
        }
    }
}
