using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Lists of cases. What a page costs follows its size and the open cases, not how many cases were ever closed.</summary>
internal sealed class CaseLists(Database database, FlowNames names, UnitDirectory directory, CaseAccess access, TimeProvider time)
{
    /// <summary>Up to so many units are asked one by one, each by its index; with more, most rows fit anyway.</summary>
    private const int MostUnits = 64;

    public async Task<Page<CaseRow>> PageAsync(Reader reader, CaseFilter filter, string? after, int size, CancellationToken cancel)
    {
        var path = await PathAsync(reader, filter.Unit, cancel);
        if (path is null) return new Page<CaseRow>([], null);
        await using var context = database.Open(new ReadScope(reader.Tenant, path));
        var open = filter.Open == true || filter.OverdueOnly;
        var rows = open
            ? await OpenCases.PageAsync(Filter(InPath(context, path), filter), after, size + 1, cancel)
            : await NewestAsync(context, reader.Tenant, path, filter, after, size + 1, cancel);
        var outside = after is null && rows.Count == 0 && filter.Text is { } number ? await ByNumberAsync(reader, number, cancel) : null;
        if (outside is not null) rows = [outside];
        var page = rows.Take(size).ToList();
        return new Page<CaseRow>([.. page.Select(row => Row(reader.Tenant, row))], rows.Count > size ? open ? OpenCases.CursorAt(page[^1]) : NewestCases.CursorAt(page[^1]) : null);
    }

    /// <summary>The unit asked for when it is the reader's or below, else the reader's.</summary>
    private async Task<string?> PathAsync(Reader reader, string? unit, CancellationToken cancel)
    {
        if (unit is null) return reader.UnitPath;
        var path = (await directory.TreeAsync(reader.Tenant, cancel)).Find(unit)?.Path;
        return path?.StartsWith(reader.UnitPath, StringComparison.Ordinal) == true ? path : null;
    }

    private async Task<List<CaseListRow>> NewestAsync(CaseFlowDbContext context, string tenant, string path, CaseFilter filter, string? after, int size, CancellationToken cancel)
    {
        var units = (await directory.TreeAsync(tenant, cancel)).Units.Where(unit => unit.Path.StartsWith(path, StringComparison.Ordinal)).Select(unit => unit.Path).ToList();
        if (units.Count > MostUnits) return await NewestCases.PageAsync(Filter(context.Cases, filter), after, size, cancel);
        var rows = new List<CaseListRow>();
        foreach (var unit in units)
            rows.AddRange(await NewestCases.PageAsync(Filter(InUnit(context, unit), filter), after, size, cancel));
        rows.Sort(NewestCases.Compare);
        return rows;
    }

    /// <summary>
    /// In place of the unit filter's range, which would win the planner over to reading and sorting every case of the unit, closed ones too:
    /// this way it walks the open cases by their due time.
    /// </summary>
    private static IQueryable<CaseRecord> InPath(CaseFlowDbContext context, string path) =>
        context.Cases.IgnoreQueryFilters([ScopeFilters.Unit]).Where(row => row.UnitPath.StartsWith(path));

    /// <summary>In place of the unit filter's range, which beside the equality would keep the index from giving the order.</summary>
    private static IQueryable<CaseRecord> InUnit(CaseFlowDbContext context, string unitPath) =>
        context.Cases.IgnoreQueryFilters([ScopeFilters.Unit]).Where(row => row.UnitPath == unitPath);

    private IQueryable<CaseListRow> Filter(IQueryable<CaseRecord> query, CaseFilter filter)
    {
        var now = time.GetUtcNow();
        if (filter.Kind is { } kind) query = query.Where(row => row.Kind == kind);
        if (filter.Flow is { } flow) query = query.Where(row => row.FlowKey == flow);
        if (filter.OverdueOnly) query = query.Where(row => row.Status == CaseStatus.Active && row.Due < now);
        if (filter.Open == true) query = query.Where(row => row.Status == CaseStatus.Active);
        if (filter.Open == false) query = query.Where(row => row.Status != CaseStatus.Active);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            query = query.Where(row => row.Number.StartsWith(text) || (row.Title != null && row.Title.Contains(text)) || (row.Place != null && row.Place.Contains(text)));
        }

        return query.AsNoTracking().Select(CaseListRow.Of);
    }

    /// <summary>A case outside the unit that the reader may see for a task's sake, found by its whole number.</summary>
    private async Task<CaseListRow?> ByNumberAsync(Reader reader, string number, CancellationToken cancel)
    {
        if (await access.IdAsync(reader.Tenant, number.Trim(), cancel) is not { } id || await access.OpenAsync(reader, id, fresh: true, cancel) is null) return null;
        await using var context = database.Open(ReadScope.Whole(reader.Tenant));
        return await context.Cases.AsNoTracking().Where(row => row.Id == id).Select(CaseListRow.Of).SingleOrDefaultAsync(cancel);
    }

    private CaseRow Row(string tenant, CaseListRow row)
    {
        var flow = new FlowRef(row.FlowKey, row.FlowVersion);
        return new(
            row.Id, row.Number, row.Title, row.Kind, names.Flow(tenant, flow), row.ClosedAt is null ? names.Stage(tenant, flow, row.Stage) : null, row.UnitCode, row.Urgency,
            row.ReceivedAt, row.Due, row.ClosedAt, row.Closure)
        { ClosureName = names.Closure(tenant, flow, row.Closure) };
    }
}
