using System.Globalization;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>The queries behind a worklist, each of which an index answers in order.</summary>
internal static class TaskQueries
{
    /// <summary>How many tasks a search by words looks at, those due first.</summary>
    private const int Window = 1000;

    /// <summary>One query a team: together they would have to be sorted, which costs with every waiting task.</summary>
    public static async Task<IReadOnlyList<IQueryable<TaskRecord>>> OfAsync(CaseFlowDbContext context, UnitScope scope, Reader reader, InboxView view, CancellationToken cancel)
    {
        var everywhere = context.Tasks.AsNoTracking().IgnoreQueryFilters([ScopeFilters.Unit]).Where(row => row.Audience == TaskAudience.Staff);
        return view switch
        {
            InboxView.Mine => [everywhere.Where(row => row.Assignee == reader.UserId)],
            InboxView.Teams => [.. reader.Teams.Select(team => OfTeam(everywhere, team, reader.UserId))],
            InboxView.Unit => await scope.TasksAsync(context, reader.Tenant, reader.UnitPath, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    public static IQueryable<TaskRecord> Filter(IQueryable<TaskRecord> query, InboxFilter filter, DateTimeOffset now)
    {
        if (filter.Kind is { } kind) query = query.Where(row => row.Kind == kind);
        if (filter.Stage is { } stage) query = query.Where(row => row.Stage == stage);
        if (filter.OverdueOnly) query = query.Where(row => row.SortDue < now);
        return query;
    }

    /// <summary>Tasks whose case's number or place begins with the text or whose title or place holds it, among those due first.</summary>
    public static IQueryable<TaskRecord> Found(IQueryable<TaskRecord> query, InboxView view, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return query;
        var wanted = text.Trim();
        return First(query, view, Window)
            .Where(row => row.CaseNumber.StartsWith(wanted) || (row.Title != null && row.Title.Contains(wanted)) || (row.Place != null && row.Place.Contains(wanted)));
    }

    public static IQueryable<TaskRecord> Page(IQueryable<TaskRecord> query, InboxView view, string? after, int size)
    {
        if (Cursor.Read(after, 3) is [var dueText, var caseText, var keyText] && Cursor.Time(dueText) is { } due
            && Guid.TryParse(caseText, out var caseId) && long.TryParse(keyText, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            query = query.Where(row => row.SortDue > due || (row.SortDue == due && (row.CaseId.CompareTo(caseId) > 0 || (row.CaseId == caseId && row.TaskKey > key))));
        return First(query, view, size);
    }

    /// <summary>Those due first.</summary>
    public static IQueryable<TaskRecord> First(IQueryable<TaskRecord> query, InboxView view, int size) => Ordered(query, view).Take(size);

    public static string CursorAt(TaskRecord row) => Cursor.Write(row.SortDue, row.CaseId, row.TaskKey);

    public static Comparison<TaskRecord> Order(IDatabaseDialect dialect) => (one, other) =>
    {
        var order = one.SortDue.CompareTo(other.SortDue);
        if (order == 0) order = dialect.Compare(one.CaseId, other.CaseId);
        return order != 0 ? order : one.TaskKey.CompareTo(other.TaskKey);
    };

    /// <summary>
    /// Of one person and of nobody the assignee is the same in every row. It is named all the same: PostgreSQL doesn't see that "is null" leaves one
    /// value, and would walk all the tenant's tasks rather than the team's index.
    /// </summary>
    private static IQueryable<TaskRecord> Ordered(IQueryable<TaskRecord> query, InboxView view) =>
        (view is InboxView.Unit ? query.OrderBy(row => row.SortDue) : query.OrderBy(row => row.Assignee).ThenBy(row => row.SortDue)).ThenBy(row => row.CaseId).ThenBy(row => row.TaskKey);

    private static IQueryable<TaskRecord> OfTeam(IQueryable<TaskRecord> tasks, TeamRef team, string userId)
    {
        var excluded = $",{userId},";
        return tasks.Where(row => row.UnitCode == team.Unit && row.Team == team.Team && row.Assignee == null && (row.Excluded == null || !row.Excluded.Contains(excluded)));
    }
}
