using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Cases by when they were received, the newest first.</summary>
internal static class NewestCases
{
    /// <param name="lists">Each of which an index answers in order.</param>
    public static Task<List<CaseListRow>> PageAsync(IEnumerable<IQueryable<CaseListRow>> lists, Comparison<CaseListRow> order, string? after, int size, CancellationToken cancel) =>
        new OrderedLists<CaseListRow>(lists.Select(list => new ListPage<CaseListRow>((from, count) => Page(list, from, count).ToListAsync(cancel))), order, CursorAt)
            .FirstAsync(after, size);

    public static IQueryable<CaseListRow> Page(IQueryable<CaseListRow> query, string? after, int size)
    {
        if (Cursor.Read(after, 2) is [var atText, var idText] && Cursor.Time(atText) is { } at && Guid.TryParse(idText, out var id))
            query = query.Where(row => row.ReceivedAt < at || (row.ReceivedAt == at && row.Id.CompareTo(id) < 0));
        return query.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(size);
    }

    public static string CursorAt(CaseListRow row) => Cursor.Write(row.ReceivedAt, row.Id);

    public static Comparison<CaseListRow> Order(IDatabaseDialect dialect) =>
        (one, other) => other.ReceivedAt.CompareTo(one.ReceivedAt) is not 0 and var order ? order : dialect.Compare(other.Id, one.Id);
}
