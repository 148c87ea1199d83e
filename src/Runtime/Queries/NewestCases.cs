using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Cases by when they were received, the newest first.</summary>
internal static class NewestCases
{
    public static Task<List<CaseListRow>> PageAsync(IQueryable<CaseListRow> query, string? after, int size, CancellationToken cancel) => Page(query, after, size).ToListAsync(cancel);

    public static IQueryable<CaseListRow> Page(IQueryable<CaseListRow> query, string? after, int size)
    {
        if (Cursor.Read(after, 2) is [var atText, var idText] && Cursor.Time(atText) is { } at && Guid.TryParse(idText, out var id))
            query = query.Where(row => row.ReceivedAt < at || (row.ReceivedAt == at && row.Id.CompareTo(id) < 0));
        return query.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(size);
    }

    public static string CursorAt(CaseListRow row) => Cursor.Write(row.ReceivedAt, row.Id);

    /// <summary>The order of the databases, which compare ids byte by byte as they are written.</summary>
    public static int Compare(CaseListRow one, CaseListRow other)
    {
        var order = other.ReceivedAt.CompareTo(one.ReceivedAt);
        return order != 0 ? order : string.CompareOrdinal(other.Id.ToString("N"), one.Id.ToString("N"));
    }
}
