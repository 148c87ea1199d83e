using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Components.Keys;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Cases;

/// <summary>Finding cases of one's unit and below.</summary>
public sealed partial class CaseListPage
{
    private const int PageSize = 50;

    private static readonly KeyWord[] Keys = [new("j ↓", "Keys.Down"), new("k ↑", "Keys.Up"), new("Enter", "Keys.Enter"), new("/", "Keys.Search")];

    private CaseListQuery query = new();
    private CaseListQuery? shown;
    private List<CaseRow>? rows;
    private string? next;
    private DirectoryNames names = DirectoryNames.None;
    private IReadOnlyList<UnitRow> units = [];
    private IReadOnlyList<FlowRow> flows = [];

    [Inject] private CaseQueries Cases { get; set; } = default!;

    [Inject] private FlowRegister Register { get; set; } = default!;

    [Inject] private UnitDirectory Directory { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Reader Reader { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "text")] private string? Search { get; set; }

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    [SupplyParameterFromQuery] private string? Flow { get; set; }

    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery] private string? Unit { get; set; }

    [SupplyParameterFromQuery] private int? Late { get; set; }

    protected override async Task OnInitializedAsync()
    {
        names = await DirectoryNames.ReadAsync(Directory, Reader.Tenant);
        units = [.. names.Units.Where(unit => unit.Path.StartsWith(Reader.UnitPath, StringComparison.Ordinal))];
        flows = [.. (await Register.ListAsync(Reader)).Where(flow => flow.Version > 0)];
    }

    protected override async Task OnParametersSetAsync()
    {
        query = new CaseListQuery(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Kind, Flow, State, Unit, Late == 1);
        if (query == shown) return;
        var wanted = shown = query;
        var page = await Cases.ListAsync(Reader, wanted.Filter, null, PageSize);
        // The filters changed again while this was read: the newer reading will show.
        if (shown == wanted) (rows, next) = ([.. page.Rows], page.Next);
    }

    private void Show(CaseListQuery wanted) => Navigation.NavigateTo(wanted.Address(Navigation), replace: true);

    private async Task MoreAsync()
    {
        if (rows is null || next is null) return;
        var page = await Cases.ListAsync(Reader, query.Filter, next, PageSize);
        rows.AddRange(page.Rows.ExceptBy(rows.Select(row => row.CaseId), row => row.CaseId));
        next = page.Next;
    }
}
