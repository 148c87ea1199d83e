using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Keys;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Inbox;

/// <summary>The worklist: due first. Other people's changes are announced, never shown by themselves, so that nothing moves under the hand.</summary>
public sealed partial class InboxPage : IDisposable
{
    private const int PageSize = 50;

    private static readonly KeyWord[] Keys =
        [new("j ↓", "Keys.Down"), new("k ↑", "Keys.Up"), new("Enter", "Keys.Enter"), new("c", "Keys.Claim"), new("/", "Keys.Search"), new("r", "Keys.Update")];

    private readonly HashSet<RowKey> claimed = [];
    private IReadOnlyList<InboxView> views = [];
    private IReadOnlyList<StageChoice> flows = [];
    private DirectoryNames names = DirectoryNames.None;
    private InboxQuery query = new(InboxView.Mine);
    private InboxQuery? shown;
    private List<InboxRow>? rows;
    private string? next;
    private InboxCounts? counts;
    private ListDiff news = ListDiff.Nothing;
    private Refused? refusal;
    private bool mayWork;
    private Steady? changes;
    private IDisposable? feed;

    [Inject] private Runtime.Queries.Inbox Worklists { get; set; } = default!;

    [Inject] private WorkDesk Desk { get; set; } = default!;

    [Inject] private CaseFeed Feed { get; set; } = default!;

    [Inject] private UnitDirectory Directory { get; set; } = default!;

    [Inject] private StageChoices Stages { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [SupplyParameterFromQuery] private string? View { get; set; }

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    [SupplyParameterFromQuery] private string? Stage { get; set; }

    [SupplyParameterFromQuery] private int? Late { get; set; }

    [SupplyParameterFromQuery(Name = "text")] private string? Search { get; set; }

    protected override async Task OnInitializedAsync()
    {
        views = InboxQuery.ViewsOf(Reader);
        mayWork = views.Contains(InboxView.Mine);
        if (RendererInfo.IsInteractive)
        {
            changes = new Steady(Clock, TimeSpan.FromSeconds(1), () => InvokeAsync(LookForNewsAsync));
            feed = Feed.Subscribe(Reader.Tenant, change => Touched(change));
        }

        names = await DirectoryNames.ReadAsync(Directory, Reader.Tenant);
        flows = await Stages.ForAsync(Reader);
    }

    protected override Task OnParametersSetAsync()
    {
        var view = views.FirstOrDefault(known => InboxQuery.Name(known) == View, views[0]);
        query = new InboxQuery(view, Kind, Stage, Late == 1, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim());
        return query == shown ? Task.CompletedTask : LoadAsync();
    }

    private void Show(InboxQuery wanted) => Navigation.NavigateTo(wanted.Address(Navigation), replace: true);

    private async Task LoadAsync()
    {
        shown = query;
        var page = await Worklists.ListAsync(Reader, query.Filter, null, PageSize);
        // The filters changed again while this was read: the newer reading will show.
        if (shown != query) return;
        Take(page);
        counts = await Worklists.CountsAsync(Reader);
    }

    private void Take(Page<InboxRow> page)
    {
        (rows, next, news) = ([.. page.Rows], page.Next, ListDiff.Nothing);
        claimed.Clear();
    }

    private async Task MoreAsync()
    {
        if (rows is null || next is null) return;
        var page = await Worklists.ListAsync(Reader, query.Filter, next, PageSize);
        rows.AddRange(page.Rows.ExceptBy(rows.Select(RowKey.Of), RowKey.Of));
        next = page.Next;
    }

    /// <summary>The row stays where it is and says that it is theirs now; it leaves with the next reading of the list.</summary>
    private async Task ClaimAsync(InboxRow row)
    {
        refusal = null;
        switch (await Desk.ClaimAsync(Reader, row.CaseId, row.TaskKey))
        {
            case Done:
                claimed.Add(RowKey.Of(row));
                break;
            case Refused refused:
                refusal = refused;
                break;
        }

        counts = await Worklists.CountsAsync(Reader);
    }

    private void Touched(CaseChange change)
    {
        if (change.UnitPath.StartsWith(Reader.UnitPath, StringComparison.Ordinal)) changes?.Poke();
    }

    private async Task LookForNewsAsync()
    {
        if (rows is null) return;
        var now = await Worklists.ListAsync(Reader, query.Filter, null, Math.Max(PageSize, rows.Count));
        news = ListDiff.Between(rows, next is not null, now, claimed);
        counts = await Worklists.CountsAsync(Reader);
        StateHasChanged();
    }

    private async Task TakeNewsAsync() =>
        Take(await Worklists.ListAsync(Reader, query.Filter, null, Math.Max(PageSize, rows?.Count ?? 0)));

    public void Dispose()
    {
        feed?.Dispose();
        changes?.Dispose();
    }
}
