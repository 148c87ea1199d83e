using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Which places of the feed one page looks at: a filter that hardly any event fits must not walk through years of them at once.</summary>
/// <param name="Floor">The first place.</param>
/// <param name="Ceiling">The place behind the last one.</param>
/// <param name="Began">When the first of them was written; null: below the floor no events fit.</param>
internal sealed record FeedStretch(long Floor, long Ceiling, DateTimeOffset? Began)
{
    /// <summary>Events that one page looks at.</summary>
    public const int Most = 20_000;

    /// <summary>By how much the order of places and of times may differ: places are given when a step is written, by nodes whose clocks are not the same.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    /// <param name="below">Where the page before ended.</param>
    public static async Task<FeedStretch> OfAsync(CaseFlowDbContext context, AuditFilter filter, long? below, CancellationToken cancel)
    {
        // Of one case all are looked at.
        if (filter.Number is not null) return new FeedStretch(0, below ?? long.MaxValue, null);
        var (bottom, ceiling, floor) = (long.MaxValue, below ?? 0, new Place(0, default));
        foreach (var tables in CaseTables.Both(context))
        {
            bottom = Math.Min(bottom, filter.From is { } from ? await FindAsync(tables.Events, from - Slack, cancel) ?? bottom : 0);
            if (below is null) ceiling = Math.Max(ceiling, filter.To is { } to ? await FindAsync(tables.Events, to + Slack, cancel) ?? 0 : long.MaxValue);
        }

        foreach (var tables in CaseTables.Both(context))
            if (await FloorAsync(filter.ActorId is { } actor ? tables.Events.Where(row => row.ActorId == actor) : tables.Events, ceiling, cancel) is { } found && found.Position > floor.Position) floor = found;
        return new FeedStretch(Math.Max(floor.Position, bottom), ceiling, floor.Position > bottom ? floor.At : null);
    }

    /// <summary>Null: all that come below are few enough.</summary>
    private static Task<Place?> FloorAsync(IQueryable<CaseEventRecord> events, long below, CancellationToken cancel) =>
        events.Where(row => row.Position < below).OrderByDescending(row => row.Position).Skip(Most - 1).Select(row => new Place(row.Position, row.At)).FirstOrDefaultAsync(cancel);

    /// <summary>The place at which the moment is passed. Events have no index by time, but their places grow with it: the feed is halved until it is found. Null: no events.</summary>
    private static async Task<long?> FindAsync(IQueryable<CaseEventRecord> events, DateTimeOffset at, CancellationToken cancel)
    {
        if (await events.OrderByDescending(row => row.Position).Select(row => (long?)row.Position).FirstOrDefaultAsync(cancel) is not { } last) return null;
        var (low, high) = (await events.OrderBy(row => row.Position).Select(row => row.Position).FirstAsync(cancel), last + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var found = await events.Where(row => row.Position >= middle).OrderBy(row => row.Position).Select(row => new { row.Position, row.At }).FirstOrDefaultAsync(cancel);
            if (found is null || found.At >= at) high = middle;
            else low = found.Position + 1;
        }

        return low;
    }

    private sealed record Place(long Position, DateTimeOffset At);
}
