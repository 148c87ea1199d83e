using CaseFlow.Engine;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Work;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Keys;
using CaseFlow.Web.Language;
using CaseFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Cases;

/// <summary>One case: what it is, where it stands, what is promised, what can be done now; then its story.</summary>
public sealed partial class CasePage : IDisposable
{
    private const int StoryPage = 500;

    private static readonly KeyWord[] Keys =
        [new("a", "Keys.Main"), new("t", "Keys.Transfer"), new("n", "Keys.Note"), new("s", "Keys.Timeline"), new("i", "Keys.Back")];

    private readonly TaskDrafts drafts = new();
    private readonly List<TimelineRow> timeline = [];
    private DirectoryNames names = DirectoryNames.None;
    private CaseView? view;
    private bool looked;
    private bool hasLeft;
    private bool mayWork;
    private bool mayLead;
    private bool mayAudit;
    private Refused? refusal;
    private string? refusalNote;
    private string? said;
    private Steady? changes;
    private IDisposable? feed;

    [Inject] private CaseQueries Cases { get; set; } = default!;

    [Inject] private WorkDesk Desk { get; set; } = default!;

    [Inject] private CaseFeed Feed { get; set; } = default!;

    [Inject] private UnitDirectory Directory { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IStringLocalizer<UiText> Words { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [Parameter] public string Number { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        mayWork = Reader.Roles.Any(role => role is not Roles.Auditor);
        mayLead = Reader.Is(Roles.Supervisor) || Reader.Is(Roles.Admin);
        mayAudit = Reader.Is(Roles.Auditor) || Reader.Is(Roles.Admin);
        // The first, static rendering shows the frame only: opening a case is recorded, and must not be twice.
        if (!RendererInfo.IsInteractive) return;
        changes = new Steady(Clock, TimeSpan.FromMilliseconds(400), () => InvokeAsync(ShowChangeAsync));
        feed = Feed.Subscribe(Reader.Tenant, Touched);
        names = await DirectoryNames.ReadAsync(Directory, Reader.Tenant);
        await ReadAsync();
        looked = true;
        StateHasChanged();
        await ReadStoryAsync();
    }

    /// <summary>Sequence of the last event shown.</summary>
    private long Told => timeline.Count == 0 ? 0 : timeline[^1].Sequence;

    private async Task ReadAsync()
    {
        var read = view is { } shown ? Cases.ReadAgainAsync(Reader, shown.CaseId) : Cases.FindAsync(Reader, Number);
        var before = view;
        view = await read;
        hasLeft = view is null && before is not null;
        if (view is not null) drafts.Follow(view.Tasks);
    }

    private async Task ReadStoryAsync()
    {
        if (view is not { CaseId: var caseId }) return;
        IReadOnlyList<TimelineRow> more;
        do
        {
            more = await Cases.TimelineAsync(Reader, caseId, Told + 1, StoryPage);
            // Somebody's change may have had the same rows read meanwhile.
            timeline.AddRange(more.Where(row => row.Sequence > Told));
        }
        while (more.Count == StoryPage);
    }

    /// <summary>Does something with the case and shows what came of it. What was typed stays when it is refused.</summary>
    private async Task<Outcome> ActAsync(Func<Task<Outcome>> act)
    {
        (refusal, refusalNote, said) = (null, null, null);
        var outcome = await act();
        if (outcome is Refused { Code: "invalid-form" }) return outcome;
        if (outcome is Refused refused) (refusal, refusalNote) = (refused, Words["Refused.Refreshed"]);
        await ReadAsync();
        await ReadStoryAsync();
        if (outcome is Done) said = Words["Case.Done"];
        StateHasChanged();
        return outcome;
    }

    private void Touched(CaseChange change)
    {
        if (view is { } shown && change.CaseId == shown.CaseId && change.Version > shown.Version) changes?.Poke();
    }

    private async Task ShowChangeAsync()
    {
        if (view is null) return;
        var version = view.Version;
        await ReadAsync();
        // What the person did here themselves has been shown meanwhile.
        if (view is null) StateHasChanged();
        if (view is null || view.Version == version) return;
        var known = timeline.Count;
        await ReadStoryAsync();
        if (timeline.Skip(known).LastOrDefault(IsOfSomebodyElse) is { } row) said = Words["Case.Changed", ActorText.Of(row.ActorKind, row.ActorName, Words)];
        StateHasChanged();
    }

    /// <summary>Automatic steps that follow are no news.</summary>
    private bool IsOfSomebodyElse(TimelineRow row) =>
        row.ActorKind == nameof(ActorKind.Reporter) || (row.ActorKind == nameof(ActorKind.Staff) && row.ActorName != Reader.DisplayName);

    public void Dispose()
    {
        feed?.Dispose();
        changes?.Dispose();
    }
}
