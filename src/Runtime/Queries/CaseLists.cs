using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Lists of cases. What a page costs follows its size, not how many cases there are or ever were.</summary>
internal sealed class CaseLists(
    Database database, FlowNames names, UnitDirectory directory, UnitScope scope, CaseSearch search, CaseAccess access, Readings readings, IDatabaseDialect dialect,
    TimeProvider time)
{
    public async Task<Page<CaseRow>> PageAsync(Reader reader, CaseFilter filter, string? after, int size, CancellationToken cancel)
    {
        var path = await PathAsync(reader, filter.Unit, cancel);
        if (path is null) return new Page<CaseRow>([], null);
        var within = new ReadScope(reader.Tenant, path);
        await using var context = database.Open(within);
        var text = string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim();
        var dueFirst = text is null && (filter.Open == true || filter.OverdueOnly);
        var rows = text is not null ? await FoundAsync(context, reader, within, filter, text, after, size + 1, cancel)
            : dueFirst ? await OpenAsync(context, within, filter, after, size + 1, cancel)
            : await NewestAsync(context, within, filter, after, size + 1, cancel);
        var page = rows.Take(size).ToList();
        return new Page<CaseRow>([.. page.Select(row => Row(reader.Tenant, row))], rows.Count > size ? dueFirst ? OpenCases.CursorAt(page[^1]) : NewestCases.CursorAt(page[^1]) : null);
    }

    /// <summary>The unit asked for when it is the reader's or below, else the reader's.</summary>
    private async Task<string?> PathAsync(Reader reader, string? unit, CancellationToken cancel)
    {
        if (unit is null) return reader.UnitPath;
        var path = (await directory.TreeAsync(reader.Tenant, cancel)).Find(unit)?.Path;
        return path?.StartsWith(reader.UnitPath, StringComparison.Ordinal) == true ? path : null;
    }

    private async Task<List<CaseListRow>> OpenAsync(CaseFlowDbContext context, ReadScope within, CaseFilter filter, string? after, int size, CancellationToken cancel)
    {
        var tables = new CaseTables(context, false);
        var units = await scope.CasesAsync(tables, within.Tenant, within.UnitPath, cancel);
        return await OpenCases.PageAsync([.. units.Select(cases => Filter(cases.Where(row => row.Status == CaseStatus.Active).Select(CaseListRow.Of(false)), filter))], dialect, after, size, cancel);
    }

    private async Task<List<CaseListRow>> NewestAsync(CaseFlowDbContext context, ReadScope within, CaseFilter filter, string? after, int size, CancellationToken cancel)
    {
        var lists = new List<IQueryable<CaseListRow>>();
        foreach (var tables in CaseTables.Both(context))
            foreach (var cases in await scope.CasesAsync(tables, within.Tenant, within.UnitPath, cancel))
                lists.Add(Filter(cases.Select(CaseListRow.Of(tables.Archived)), filter));
        return await NewestCases.PageAsync(lists, NewestCases.Order(dialect), after, size, cancel);
    }

    private async Task<List<CaseListRow>> FoundAsync(
        CaseFlowDbContext context, Reader reader, ReadScope within, CaseFilter filter, string text, string? after, int size, CancellationToken cancel)
    {
        var (rows, persons) = await search.FindAsync(context, within, text, query => Filter(query, filter), after, size, cancel);
        // That somebody is known here, and what they asked for, is personal: who looked for them is kept.
        await readings.LogSearchAsync(reader, [.. rows.Select(row => row.ReporterId).OfType<string>().Where(persons.Contains).Distinct()], cancel);
        var outside = after is null && rows.Count == 0 ? await ByNumberAsync(reader, text, cancel) : null;
        return outside is null ? rows : [outside];
    }

    private IQueryable<CaseListRow> Filter(IQueryable<CaseListRow> query, CaseFilter filter)
    {
        var now = time.GetUtcNow();
        if (filter.Kind is { } kind) query = query.Where(row => row.Kind == kind);
        if (filter.Flow is { } flow) query = query.Where(row => row.FlowKey == flow);
        if (filter.OverdueOnly) query = query.Where(row => row.Open && row.Due < now);
        if (filter.Open == true) query = query.Where(row => row.Open);
        if (filter.Open == false) query = query.Where(row => !row.Open);
        return query;
    }

    /// <summary>A case outside the unit that the reader may see for a task's sake, found by its whole number.</summary>
    private async Task<CaseListRow?> ByNumberAsync(Reader reader, string number, CancellationToken cancel)
    {
        if (await access.IdAsync(reader.Tenant, number, cancel) is not { } id || await access.OpenAsync(reader, id, fresh: true, cancel) is null) return null;
        await using var context = database.Open(ReadScope.Whole(reader.Tenant));
        return (await LinkedCases.ReadAsync(context, [id], cancel)).GetValueOrDefault(id);
    }

    private CaseRow Row(string tenant, CaseListRow row)
    {
        var flow = new FlowRef(row.FlowKey, row.FlowVersion);
        return new(
            row.Id, row.Number, row.Title, row.Kind, names.Flow(tenant, flow), row.ClosedAt is null ? names.Stage(tenant, flow, row.Stage) : null, row.UnitCode, row.Urgency,
            row.ReceivedAt, row.Due, row.ClosedAt, row.Closure)
        {
            ClosureName = names.Closure(tenant, flow, row.Closure),
            Archived = row.Archived,
        };
    }
}
