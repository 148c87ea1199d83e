using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>The working calendars of each tenant, read from their files and kept for a moment.</summary>
public sealed class CalendarLibrary
{
    /// <summary>How old the copy in memory may get: a calendar changed on another node counts after this.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly FreshCache<string, CalendarSet> _sets;
    private readonly Database _database;

    internal CalendarLibrary(Database database, TimeProvider time)
    {
        _database = database;
        _sets = new(Freshness, time, ReadAsync);
    }

    public ValueTask<CalendarSet> OfAsync(string tenant, CancellationToken cancel = default) => _sets.OfAsync(tenant, cancel);

    /// <summary>To be called after a change of calendars.</summary>
    internal void Forget(string tenant) => _sets.Forget(tenant);

    private async Task<CalendarSet> ReadAsync(string tenant)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var rows = await context.Calendars.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return CalendarSet.Read(rows.Select(row => (row.Id, row.Content, row.IsDefault)));
    }
}
