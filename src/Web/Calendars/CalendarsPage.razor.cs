using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Web.Calendars.Editing;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CaseFlow.Web.Calendars;

/// <summary>Where an admin changes working calendars and sees the new due times come about.</summary>
public sealed partial class CalendarsPage : IDisposable
{
    // No file has such an id.
    private const string NewOffice = "+calendar";
    private const string NewHolidays = "+holidays";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private List<ShownFile> files = [];
    private IReadOnlyList<RecomputationRow> jobs = [];
    private KnownNames known = new([]);
    private CalendarEditor? editor;
    private ElementReference stay;
    private Action? leave;
    private bool asks;
    private string? chosen;
    private string? saved;
    private int turn;

    [Inject] private CalendarDesk Desk { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    private bool IsDirty => editor?.IsDirty ?? false;

    private IReadOnlyCollection<string> Ids => [.. files.Select(file => file.Row.Id)];

    private Dictionary<string, LocalText> HolidayLists => files.Where(file => file is { IsList: true, Draft: not null })
        .ToDictionary(file => file.Row.Id, file => new LocalText(file.Draft!.Chinese, file.Draft.English));

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        Choose((files.Find(file => file.Row.IsDefault) ?? files.FirstOrDefault())?.Row.Id ?? NewOffice);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) _ = WatchAsync();
        if (!asks) return;
        asks = false;
        // The question may stand above what is seen of the page.
        await stay.FocusAsync();
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
        files = [.. (await Desk.ListAsync(Reader)).Select(row => new ShownFile(row, CalendarDraft.Read(row.Content)))];
        jobs = await Desk.RecomputationsAsync(Reader);
        known = new KnownNames(files.Select(file => file.Draft).OfType<CalendarDraft>());
    }

    private void Choose(string? id)
    {
        (chosen, saved, leave) = (id, null, null);
        turn++;
    }

    /// <summary>Does it at once, or after the person has said that what was typed may go.</summary>
    private void Ask(Action act)
    {
        if (IsDirty) (leave, asks) = (act, true);
        else act();
    }

    private void Leave()
    {
        var act = leave;
        (leave, editor) = (null, null);
        act?.Invoke();
    }

    private void Hold(LocationChangingContext leaving)
    {
        if (!IsDirty) return;
        leaving.PreventNavigation();
        (leave, asks) = (() => Navigation.NavigateTo(leaving.TargetLocation), true);
        StateHasChanged();
    }

    private async Task SavedAsync(string id)
    {
        await ReadAsync();
        Choose(id);
        saved = files.Find(file => file.Row.Id == id)?.Name ?? id;
    }

    /// <param name="Draft">Null: a form can't show it.</param>
    private sealed record ShownFile(CalendarRow Row, CalendarDraft? Draft)
    {
        public bool IsList => Draft is null or { IsOffice: false };

        public string Name => Draft is null ? Row.Id : $"{new LocalText(Draft.Chinese, Draft.English).Here()} · {Row.Id}";
    }
}
