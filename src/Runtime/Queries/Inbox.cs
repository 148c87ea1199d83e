using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Worklists: due first, keyset-paged.</summary>
public sealed class Inbox
{
    private readonly Database _database;
    private readonly FlowNames _names;
    private readonly UnitDirectory _directory;
    private readonly UnitScope _scope;
    private readonly IDatabaseDialect _dialect;
    private readonly TimeProvider _time;

    internal Inbox(Database database, FlowNames names, UnitDirectory directory, UnitScope scope, IDatabaseDialect dialect, TimeProvider time) =>
        (_database, _names, _directory, _scope, _dialect, _time) = (database, names, directory, scope, dialect, time);

    public async Task<Page<InboxRow>> ListAsync(Reader reader, InboxFilter filter, string? after = null, int size = 50, CancellationToken cancel = default)
    {
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        var now = _time.GetUtcNow();
        var lists = (await TaskQueries.OfAsync(context, _scope, reader, filter.View, cancel)).Select(query => TaskQueries.Found(TaskQueries.Filter(query, filter, now), filter.View, filter.Text))
            .Select(list => new ListPage<TaskRecord>((from, count) => TaskQueries.Page(list, filter.View, from, count).ToListAsync(cancel)));
        var rows = await new OrderedLists<TaskRecord>(lists, TaskQueries.Order(_dialect), TaskQueries.CursorAt).FirstAsync(after, size + 1);
        var page = rows.Take(size).ToList();
        var directory = await _directory.SnapshotAsync(reader.Tenant, cancel);
        return new Page<InboxRow>([.. page.Select(row => Row(row, directory))], rows.Count > size ? TaskQueries.CursorAt(page[^1]) : null);
    }

    /// <summary>Counts end at <see cref="InboxCounts.Most"/>: nobody reads on from there, and counting a city's tasks would take seconds.</summary>
    public async Task<InboxCounts> CountsAsync(Reader reader, CancellationToken cancel = default)
    {
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        var (mine, mineOverdue) = await CountAsync(context, reader, InboxView.Mine, cancel);
        var (teams, teamsOverdue) = await CountAsync(context, reader, InboxView.Teams, cancel);
        return new InboxCounts(mine, mineOverdue, teams, teamsOverdue);
    }

    private async Task<(int All, int Overdue)> CountAsync(CaseFlowDbContext context, Reader reader, InboxView view, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        var (all, overdue) = (0, 0);
        foreach (var query in await TaskQueries.OfAsync(context, _scope, reader, view, cancel))
        {
            all += await TaskQueries.First(query, view, InboxCounts.Most).CountAsync(cancel);
            overdue += await TaskQueries.First(query.Where(row => row.SortDue < now), view, InboxCounts.Most).CountAsync(cancel);
        }

        return (Math.Min(all, InboxCounts.Most), Math.Min(overdue, InboxCounts.Most));
    }

    private InboxRow Row(TaskRecord row, DirectorySnapshot directory) => new(
        row.CaseId, row.TaskKey, row.CaseNumber, row.Title, row.Kind, row.Urgency, _names.Element(row.Tenant, new(row.FlowKey, row.FlowVersion), row.ElementId),
        _names.Stage(row.Tenant, new(row.FlowKey, row.FlowVersion), row.Stage), row.UnitCode, row.Team,
        row.Assignee is null ? null : directory.NameOf(row.Assignee), row.CreatedAt, row.Due, row.Place);
}
