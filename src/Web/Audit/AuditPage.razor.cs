using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Components.Keys;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Audit;

/// <summary>Events across cases, and who read whose personal data; nothing here can be changed.</summary>
public sealed partial class AuditPage
{
    private const int PageSize = 100;

    private static readonly KeyWord[] Keys = [new("j ↓", "Keys.Down"), new("k ↑", "Keys.Up"), new("Enter", "Keys.Enter"), new("/", "Keys.Search")];

    private AuditQuery query = new();
    private AuditQuery? shown;
    private List<AuditRow>? events;
    private List<ReadingRow>? readings;
    private List<ActRow>? acts;
    private string? next;
    private DateTimeOffset? lookedBackTo;
    private IReadOnlyList<StaffRow> people = [];

    [Inject] private AuditQueries Audit { get; set; } = default!;

    [Inject] private UnitDirectory Directory { get; set; } = default!;

    [Inject] private OfficeTime Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Tab { get; set; }

    [SupplyParameterFromQuery] private string? Number { get; set; }

    [SupplyParameterFromQuery] private string? Actor { get; set; }

    [SupplyParameterFromQuery] private string? Type { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    private int? Count => query.Readings ? readings?.Count : query.Acts ? acts?.Count : events?.Count;

    protected override async Task OnInitializedAsync() => people = await Directory.StaffAsync(Reader.Tenant);

    protected override async Task OnParametersSetAsync()
    {
        query = new AuditQuery(Tab == "readings", Clean(Number), Clean(Actor), Clean(Type), AuditQuery.Day(From), AuditQuery.Day(To), Tab == "acts");
        if (query == shown) return;
        shown = query;
        (events, readings, acts, next, lookedBackTo) = (null, null, null, null, null);
        await ReadAsync(query);
    }

    private void Show(AuditQuery wanted) => Navigation.NavigateTo(wanted.Address(Navigation), replace: true);

    private Task MoreAsync() => ReadAsync(query);

    /// <summary>Reads the next page; what arrives for filters that were changed meanwhile is dropped.</summary>
    private async Task ReadAsync(AuditQuery wanted)
    {
        if (wanted.Readings)
        {
            var page = await Audit.ReadingsAsync(Reader, next, PageSize);
            if (shown == wanted) (readings, next) = ([.. readings ?? [], .. page.Rows], page.Next);
        }
        else if (wanted.Acts)
        {
            var page = await Audit.ActsAsync(Reader, next, PageSize);
            if (shown == wanted) (acts, next) = ([.. acts ?? [], .. page.Rows], page.Next);
        }
        else
        {
            var page = await Audit.EventsAsync(Reader, wanted.Filter(Time), next, PageSize);
            if (shown == wanted) (events, next, lookedBackTo) = ([.. events ?? [], .. page.Rows], page.Next, page.LookedBackTo);
        }
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
