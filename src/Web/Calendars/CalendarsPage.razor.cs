using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Recomputing;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Calendars;

/// <summary>Where an admin changes working calendars and sees the new due times come about.</summary>
public sealed partial class CalendarsPage : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<CalendarRow> rows = [];
    private IReadOnlyList<RecomputationRow> jobs = [];
    private IReadOnlyList<FlowRow> flows = [];
    private string chosen = "";
    private string? newId;
    private string? content;
    private string? reason;
    private string? problem;
    private string? flow;
    private string? why;
    private bool missing;

    [Inject] private CalendarDesk Desk { get; set; } = default!;

    [Inject] private FlowRegister Flows { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        flows = await Flows.ListAsync(Reader);
        Choose(rows.Count > 0 ? rows[0].Id : null);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = WatchAsync();
    }

    /// <summary>Shows progress while something is under way.</summary>
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(left.Token))
                if (jobs.Any(job => job.FinishedAt is null))
                    await InvokeAsync(ShowProgressAsync);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ShowProgressAsync()
    {
        jobs = await Desk.RecomputationsAsync(Reader, left.Token);
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        rows = await Desk.ListAsync(Reader);
        jobs = await Desk.RecomputationsAsync(Reader);
    }

    private void Choose(string? id)
    {
        chosen = id ?? "";
        content = rows.FirstOrDefault(row => row.Id == id)?.Content;
        problem = null;
    }

    private async Task SaveAsync()
    {
        var id = chosen == "" ? newId?.Trim() ?? "" : chosen;
        var refused = await Desk.SaveAsync(Reader, id, content ?? "", rows.FirstOrDefault(row => row.Id == chosen)?.Content, reason ?? "");
        problem = refused is null ? null : refused.Code == "calendar" ? Text["Calendars.Wrong", refused.Message].Value : Text[$"Calendars.Refused.{refused.Code}"].Value;
        if (refused is not null) return;
        reason = null;
        await ReadAsync();
        Choose(id);
    }

    private async Task FollowAsync()
    {
        missing = string.IsNullOrEmpty(flow) || string.IsNullOrWhiteSpace(why);
        if (missing) return;
        await Desk.FollowSettingsAsync(Reader, flow!, why!);
        (flow, why) = (null, null);
        await ReadAsync();
    }
}
