using System.Globalization;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Nodes;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Nodes;

/// <summary>Where an admin sees the nodes and what waits for them, and has one drain or go on.</summary>
public sealed partial class NodesPage : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<NodeRow>? rows;
    private WaitingWork? waiting;
    private string? gone;

    [Inject] private NodeDesk Desk { get; set; } = default!;

    [Inject] private ILogger<NodesPage> Log { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = WatchAsync();
    }

    /// <summary>Keeps what is shown true while the page is open.</summary>
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(left.Token)) await InvokeAsync(ShowAsync);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ShowAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A database that is away for a moment: the page keeps what it showed last and looks again.
            LogUnread(Log, e);
        }
    }

    private async Task ReadAsync()
    {
        rows = await Desk.ListAsync(Reader, left.Token);
        waiting = await Desk.WaitingAsync(Reader, left.Token);
    }

    private async Task AskAsync(NodeRow row, bool drain, string reason)
    {
        gone = await Desk.AskAsync(Reader, row.Name, drain, reason) ? null : row.Name;
        await ReadAsync();
        // The button is the card's own: without this only the card would be drawn anew.
        StateHasChanged();
    }

    /// <summary>No other node would work on.</summary>
    private bool IsLast(NodeRow row) => rows!.All(other => other.Name == row.Name || other.Condition is not NodeCondition.Running);

    private static string Count(int count) => count < WaitingWork.MostCounted ? count.ToString("N0", CultureInfo.CurrentCulture) : $"{WaitingWork.MostCounted.ToString("N0", CultureInfo.CurrentCulture)}+";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nodes could not be read.")]
    private static partial void LogUnread(ILogger logger, Exception e);
}
