using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Open cases by due time, then those without one by id. Two queries, since databases don't agree where nulls go.</summary>
internal static class OpenCases
{
    /// <param name="units">One query a unit, each of which an index answers in order.</param>
    public static async Task<List<CaseListRow>> PageAsync(
        IReadOnlyList<IQueryable<CaseListRow>> units, IDatabaseDialect dialect, string? after, int size, CancellationToken cancel)
    {
        var (due, id) = Place(after);
        var rows = id is null || due is not null ? await FirstAsync(units, WithDue, dialect, after, size, cancel) : [];
        if (rows.Count < size) rows.AddRange(await FirstAsync(units, WithoutDue, dialect, due is null ? after : null, size - rows.Count, cancel));
        return rows;
    }

    public static string CursorAt(CaseListRow row) => row.Due is { } due ? Cursor.Write(due, row.Id) : Cursor.Write("none", row.Id);

    private static Task<List<CaseListRow>> FirstAsync(
        IReadOnlyList<IQueryable<CaseListRow>> units, Func<IQueryable<CaseListRow>, DateTimeOffset?, Guid?, IQueryable<CaseListRow>> page, IDatabaseDialect dialect,
        string? after, int size, CancellationToken cancel)
    {
        var lists = units.Select(unit => new ListPage<CaseListRow>((from, count) =>
        {
            var (due, id) = Place(from);
            return page(unit, due, id).Take(count).ToListAsync(cancel);
        }));
        return new OrderedLists<CaseListRow>(lists, Order(dialect), CursorAt).FirstAsync(after, size);
    }

    private static (DateTimeOffset? Due, Guid? Id) Place(string? cursor) =>
        Cursor.Read(cursor, 2) is [var due, var id] && Guid.TryParse(id, out var last) ? (Cursor.Time(due), last) : (null, null);

    private static IQueryable<CaseListRow> WithDue(IQueryable<CaseListRow> query, DateTimeOffset? due, Guid? id)
    {
        query = query.Where(row => row.Due != null);
        if (due is not null) query = query.Where(row => row.Due > due || (row.Due == due && row.Id.CompareTo(id!.Value) > 0));
        return query.OrderBy(row => row.Due).ThenBy(row => row.Id);
    }

    private static IQueryable<CaseListRow> WithoutDue(IQueryable<CaseListRow> query, DateTimeOffset? due, Guid? id)
    {
        query = query.Where(row => row.Due == null);
        if (id is { } last) query = query.Where(row => row.Id.CompareTo(last) > 0);
        // The empty due time is named for PostgreSQL, which does not see otherwise that the index has this order.
        return query.OrderBy(row => row.Due).ThenBy(row => row.Id);
    }

    private static Comparison<CaseListRow> Order(IDatabaseDialect dialect) => (one, other) =>
        (one.Due ?? DateTimeOffset.MaxValue).CompareTo(other.Due ?? DateTimeOffset.MaxValue) is not 0 and var order ? order : dialect.Compare(one.Id, other.Id);
}
