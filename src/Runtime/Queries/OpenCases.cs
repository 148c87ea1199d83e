using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Open cases by due time, then those without one by id. Two queries, since databases don't agree where nulls go.</summary>
internal static class OpenCases
{
    /// <param name="units">One query a unit, each of which an index answers in order.</param>
    public static async Task<List<CaseListRow>> PageAsync(IReadOnlyList<IQueryable<CaseListRow>> units, string? after, int size, CancellationToken cancel)
    {
        var (due, id) = Cursor.Read(after, 2) is [var dueText, var idText] && Guid.TryParse(idText, out var last) ? (Cursor.Time(dueText), (Guid?)last) : (null, null);
        var rows = new List<CaseListRow>();
        if (id is null || due is not null)
            foreach (var unit in units) rows.AddRange(await WithDue(unit, due, id).Take(size).ToListAsync(cancel));
        if (rows.Count < size)
            foreach (var unit in units) rows.AddRange(await WithoutDue(unit, due is null ? id : null).Take(size).ToListAsync(cancel));
        rows.Sort(Compare);
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

    /// <summary>The order of the databases, which compare ids byte by byte as they are written.</summary>
    private static int Compare(CaseListRow one, CaseListRow other)
    {
        var order = (one.Due ?? DateTimeOffset.MaxValue).CompareTo(other.Due ?? DateTimeOffset.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(one.Id.ToString("N"), other.Id.ToString("N"));
    }
}
