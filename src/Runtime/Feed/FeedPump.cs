using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Scheduling;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Feed;

/// <summary>Tells this node's pages what other nodes and programs committed, from the event feed. Own commits were told at once; being told twice does no harm.</summary>
internal sealed class FeedPump(EventFeed events, CaseFeed feed, Database database, FeedSignal signal, TimeProvider time, ILogger<FeedPump> logger) : SweepService(signal, time, logger)
{
    private const int MostEvents = 2000;

    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedPosition? _position;

    /// <summary>Done when it knows the end of the feed: what is committed from then on is told.</summary>
    public Task CaughtUp => _caughtUp.Task;

    protected override TimeSpan Sleep { get; } = TimeSpan.FromSeconds(1);

    protected override async Task SweepAsync(CancellationToken cancel)
    {
        // A page reads the store and listens from then on. So the position must not be younger than the page: while nobody listens
        // it follows the end, and once somebody does it stays where it was before.
        if (_position is not { } position || !feed.HasListeners)
        {
            var end = await events.EndAsync(cancel);
            if (_position is null || !feed.HasListeners) _position = end;
            _caughtUp.TrySetResult();
            return;
        }

        while (await TellNextAsync(position, cancel) is { } next) _position = position = next;
    }

    /// <returns>Where it has come to; null: there is no more for now. A batch a second would fall behind a busy node's commits for ever.</returns>
    private async Task<FeedPosition?> TellNextAsync(FeedPosition after, CancellationToken cancel)
    {
        var read = await events.ReadAsync(after, MostEvents, cancel);
        if (read.Count == 0) return null;
        await TellAsync([.. read.Select(e => e.CaseId).Distinct()], cancel);
        return new FeedPosition(read[^1].TransactionId, read[^1].Position);
    }

    private async Task TellAsync(List<Guid> cases, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var changed = await context.Cases.IgnoreQueryFilters().Where(row => cases.Contains(row.Id))
            .Select(row => new { row.Tenant, Change = new CaseChange(row.Id, row.Number, row.UnitPath, row.Version) }).ToListAsync(cancel);
        foreach (var row in changed) feed.Publish(row.Tenant, row.Change);
    }
}

/// <summary>Nothing wakes the pump but time.</summary>
internal sealed class FeedSignal : WakeSignal;
