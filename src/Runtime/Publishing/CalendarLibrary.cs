using System.Collections.Concurrent;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>The working calendars of each tenant, read from their files and kept for a moment.</summary>
public sealed class CalendarLibrary
{
    /// <summary>How old the copy in memory may get: a calendar changed on another node counts after this.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, CalendarSet> _sets = new(StringComparer.Ordinal);
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CalendarLibrary(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public async ValueTask<CalendarSet> OfAsync(string tenant, CancellationToken cancel = default)
    {
        var now = _time.GetUtcNow();
        if (_sets.TryGetValue(tenant, out var known) && now - known.ReadAt < Freshness) return known;
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var rows = await context.Calendars.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        return _sets[tenant] = CalendarSet.Read(rows.Select(row => (row.Id, row.Content, row.IsDefault)), now);
    }

    /// <summary>To be called after a change of calendars.</summary>
    internal void Forget(string tenant) => _sets.TryRemove(tenant, out _);
}
