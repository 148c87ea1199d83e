using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Open cases by due time, then those without one by id. Two queries, since databases don't agree where nulls go.</summary>
internal static class OpenCases
{
    public static async Task<List<CaseListRow>> PageAsync(IQueryable<CaseListRow> query, string? after, int size, CancellationToken cancel)
    {
        var (due, id) = Cursor.Read(after, 2) is [var dueText, var idText] && Guid.TryParse(idText, out var last) ? (Cursor.Time(dueText), (Guid?)last) : (null, null);
        var rows = new List<CaseListRow>();
        if (id is null || due is not null)
            rows.AddRange(await WithDue(query, due, id).Take(size).ToListAsync(cancel));
        if (rows.Count < size)
            rows.AddRange(await WithoutDue(query, due is null ? id : null).Take(size - rows.Count).ToListAsync(cancel));
        return rows;
    }

    public static string CursorAt(CaseListRow row) => row.Due is { } due ? Cursor.Write(due, row.Id) : Cursor.Write("none", row.Id);

    private static IQueryable<CaseListRow> WithDue(IQueryable<CaseListRow> query, DateTimeOffset? due, Guid? id)
    {
        query = query.Where(row => row.Due != null);
        if (due is not null) query = query.Where(row => row.Due > due || (row.Due == due && row.Id.CompareTo(id!.Value) > 0));
        return query.OrderBy(row => row.Due).ThenBy(row => row.Id);
    }

    private static IQueryable<CaseListRow> WithoutDue(IQueryable<CaseListRow> query, Guid? id)
    {
        query = query.Where(row => row.Due == null);
        if (id is { } last) query = query.Where(row => row.Id.CompareTo(last) > 0);
        return query.OrderBy(row => row.Id);
    }
}
