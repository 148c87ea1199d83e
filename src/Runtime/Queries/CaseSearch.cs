using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.People;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>
/// Finds cases by number, place or person, each by an index, and by words among the newest. Every way looks at a bounded number of
/// rows: a search costs the same however many cases there are. Archived cases are found in the same ways.
/// </summary>
internal sealed class CaseSearch(UnitScope scope, PersonRegister people, IDatabaseDialect dialect)
{
    /// <summary>How many rows each way looks at.</summary>
    private const int Window = 1000;

    /// <summary>Rows of the reader's scope that fit, the newest first.</summary>
    /// <param name="filter">What else must fit.</param>
    /// <param name="size">How many of each way.</param>
    /// <returns>The rows, and the people whom the text named.</returns>
    public async Task<(List<CaseListRow> Rows, IReadOnlyList<string> Persons)> FindAsync(
        CaseFlowDbContext context, ReadScope reader, string text, Func<IQueryable<CaseListRow>, IQueryable<CaseListRow>> filter, string? after, int size, CancellationToken cancel)
    {
        IQueryable<CaseListRow> Page(IQueryable<CaseListRow> query) => NewestCases.Page(filter(query.Where(row => row.UnitPath.StartsWith(reader.UnitPath))), after, size);
        var persons = await people.FindAsync(reader.Tenant, text, cancel);
        var found = new Dictionary<Guid, CaseListRow>();
        foreach (var tables in CaseTables.Both(context))
        {
            foreach (var way in await WaysAsync(tables, reader, text, persons, cancel))
                foreach (var row in await Page(way).ToListAsync(cancel)) found.TryAdd(row.Id, row);
            foreach (var row in await OfPlaceAsync(tables, text, Page, size, cancel)) found.TryAdd(row.Id, row);
        }

        return ([.. found.Values.Order(Comparer<CaseListRow>.Create(NewestCases.Order(dialect)))], persons);
    }

    private async Task<List<IQueryable<CaseListRow>>> WaysAsync(CaseTables tables, ReadScope reader, string text, IReadOnlyList<string> persons, CancellationToken cancel)
    {
        var all = tables.Cases.IgnoreQueryFilters([ScopeFilters.Unit]);
        var row = CaseListRow.Of(tables.Archived);
        var ways = new List<IQueryable<CaseListRow>> { ByNumber(all, text).Select(row) };
        ways.AddRange(persons.Select(person => all.Where(of => of.ReporterId == person).OrderByDescending(of => of.ReceivedAt).Take(Window).Select(row)));
        var units = await scope.CasesAsync(tables, reader.Tenant, reader.UnitPath, cancel);
        var each = Math.Max(Window / Math.Max(units.Count, 1), 1);
        foreach (var cases in units)
        {
            var newest = cases.OrderByDescending(of => of.ReceivedAt).ThenByDescending(of => of.Id).Take(each).Select(row);
            ways.Add(newest.Where(of => (of.Title != null && of.Title.Contains(text)) || (of.Place != null && of.Place.Contains(text))));
        }

        return ways;
    }

    private static IQueryable<CaseRecord> ByNumber(IQueryable<CaseRecord> cases, string text)
    {
        var before = TextRange.Before(text);
        return cases.Where(row => row.Number.CompareTo(text) >= 0 && row.Number.CompareTo(before) < 0).OrderByDescending(row => row.Number).Take(Window);
    }

    /// <summary>
    /// Of one place the newest; of places that begin alike, the last ones first. A busy place has thousands: the index alone tells which are the
    /// newest of them, and no more rows are read than the page needs.
    /// </summary>
    private async Task<List<CaseListRow>> OfPlaceAsync(
        CaseTables tables, string text, Func<IQueryable<CaseListRow>, IQueryable<CaseListRow>> page, int size, CancellationToken cancel)
    {
        var (all, before, rows) = (tables.Cases.IgnoreQueryFilters([ScopeFilters.Unit]), TextRange.Before(text), new List<CaseListRow>());
        var newest = await all.Where(row => row.Place != null && row.Place.CompareTo(text) >= 0 && row.Place.CompareTo(before) < 0)
            .OrderByDescending(row => row.Place).ThenByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(Window)
            .Select(row => new { row.Id, row.ReceivedAt }).ToListAsync(cancel);
        foreach (var ids in newest.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id, Comparer<Guid>.Create(dialect.Compare)).Select(row => row.Id).Chunk(size))
        {
            rows.AddRange(await page(all.Where(row => ids.Contains(row.Id)).Select(CaseListRow.Of(tables.Archived))).ToListAsync(cancel));
            if (rows.Count >= size) break;
        }

        return rows;
    }
}
