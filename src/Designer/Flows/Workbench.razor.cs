using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Designer.Diagram;
using CaseFlow.Designer.Panel;
using CaseFlow.Designer.Trials;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Flows;

/// <summary>One flow being drawn: the diagram, the properties of what is selected, the problems, the versions.</summary>
public sealed partial class Workbench
{
    // Long enough not to check between two key strokes, short enough to be felt as "while drawing".
    private static readonly TimeSpan CheckPause = TimeSpan.FromMilliseconds(600);

    private FlowCanvas? canvas;
    private CanvasState drawing = CanvasState.Empty;
    private ElementModel? element;
    private IReadOnlyList<Problem> problems = [];
    private DrawnFlow drawn = DrawnFlow.Empty;
    private Problem? played;
    private readonly SemaphoreSlim oneCheck = new(1, 1);
    private CancellationTokenSource? pendingCheck;
    private long savedPosition = -1;
    private bool replaced;
    private bool left;
    private string? stamp;
    private string status = "";
    private string? leavingFor;
    private bool checking;
    private bool publishing;
    private bool busy;
    private bool showVersions;

    /// <summary>The draft, or the newest version's files.</summary>
    [Parameter, EditorRequired] public required FlowFiles Flow { get; set; }

    [Parameter, EditorRequired] public required WorkbenchActions Actions { get; set; }

    [Parameter] public FlowChoices Choices { get; set; } = FlowChoices.None;

    /// <summary>Newest first.</summary>
    [Parameter] public IReadOnlyList<VersionRow> Versions { get; set; } = [];

    /// <summary>A version was published; the page loads versions anew.</summary>
    [Parameter] public EventCallback<int> Published { get; set; }

    private bool IsDirty => !left && canvas is not null && (replaced || drawing.Position != savedPosition);

    private string BpmnFile => Flow.Files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)) ?? "flow.bpmn";

    private string Name
    {
        get
        {
            if (drawing.Process is not { } process) return Flow.Key;
            var english = process.Extensions.FirstOrDefault(node => node.Type == "text" && node["lang"] == "en")?["name"];
            return new LocalText(process.Name, string.IsNullOrEmpty(english) ? null : english).In(CultureInfo.CurrentUICulture.Name) is { Length: > 0 } name ? name : Flow.Key;
        }
    }

    private string Standing =>
        IsDirty ? Text["Bench.Unsaved"]
        : Flow.Version == 0 ? Text["Bench.New"]
        : Flow.IsDraft || stamp != Flow.Stamp ? Text["Bench.Draft", Flow.Version]
        : Text["Bench.Version", Flow.Version];

    protected override void OnInitialized() => stamp = Flow.Stamp;

    private async Task LoadAsync(FlowCanvas ready)
    {
        canvas = ready;
        if (Flow.Files.TryGetValue(BpmnFile, out var xml)) await DrawAsync(xml);
    }

    private async Task<bool> DrawAsync(string xml)
    {
        try
        {
            var oddities = await canvas!.LoadAsync(xml);
            savedPosition = drawing.Position;
            status = oddities.Length == 0 ? "" : Text["Bench.Oddities", oddities.Length];
            return true;
        }
        catch (JSException)
        {
            status = Text["Bench.NotBpmn"];
            return false;
        }
    }

    private void Select(ElementModel selected) => element = selected;

    private async Task ChangedAsync(CanvasState state)
    {
        drawing = state;
        // One check for a burst of changes: each change cancels the check the one before it asked for.
        if (pendingCheck is not null) await pendingCheck.CancelAsync();
        pendingCheck?.Dispose();
        pendingCheck = new CancellationTokenSource();
        _ = CheckSoonAsync(pendingCheck.Token);
    }

    private async Task CheckSoonAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(CheckPause, Time, cancel);
            checking = true;
            StateHasChanged();
            await CheckAsync(cancel);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or JSDisconnectedException)
        {
            // A newer change asks for its own check, or the page is gone.
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            Fail(failed, "Bench.NotChecked");
        }
        finally
        {
            if (!cancel.IsCancellationRequested) checking = false;
            StateHasChanged();
        }
    }

    private async Task CheckAsync(CancellationToken cancel = default)
    {
        var files = await FilesAsync(cancel);
        // One check at a time, beside the page: trying every run of a large flow takes seconds, and must neither hold the drawing nor pile up.
        await oneCheck.WaitAsync(cancel);
        try
        {
            problems = await Task.Run(() => Actions.CheckAsync(files, cancel), cancel);
            drawn = DrawnFlow.Read(files[BpmnFile]);
        }
        finally
        {
            oneCheck.Release();
        }

        if (played is { } before) await KeepPlayingAsync(before);
        await canvas!.MarkAsync(problems.Where(problem => problem.ElementId is not null)
            .GroupBy(problem => problem.ElementId!, StringComparer.Ordinal)
            .Select(group => new ProblemMark(group.Key, group.Any(IsError), string.Join('\n', group.Select(Title).Distinct()))));
    }

    /// <summary>A way that is shown stays shown while its problem is there.</summary>
    private async Task KeepPlayingAsync(Problem before)
    {
        played = problems.FirstOrDefault(problem => problem.Rule == before.Rule && problem.ElementId == before.ElementId && !problem.Steps.IsEmpty);
        if (played is null) await canvas!.PlayAsync(null);
    }

    private string Title(Problem problem) => Text["Rule." + problem.Rule] is { ResourceNotFound: false } title ? title.Value : problem.Message;

    private static bool IsError(Problem problem) => problem.Severity == ProblemSeverity.Error;

    private async Task<ImmutableDictionary<string, string>> FilesAsync(CancellationToken cancel = default) =>
        Flow.Files.ToImmutableDictionary(StringComparer.Ordinal).SetItem(BpmnFile, await canvas!.SaveAsync(cancel));

    private Task GoToAsync(Problem problem) => canvas!.GoToAsync(problem.ElementId).AsTask();

    private Task HoldAsync(LocationChangingContext leaving)
    {
        if (!IsDirty) return Task.CompletedTask;
        leaving.PreventNavigation();
        leavingFor = leaving.TargetLocation;
        return Task.CompletedTask;
    }

    private async Task SaveAndLeaveAsync()
    {
        await SaveAsync();
        if (IsDirty) leavingFor = null;
        else Leave();
    }

    private void Leave()
    {
        left = true;
        Navigation.NavigateTo(leavingFor!);
    }

    public void Dispose()
    {
        pendingCheck?.Cancel();
        pendingCheck?.Dispose();
        oneCheck.Dispose();
    }
}
