using CaseFlow.Benchmarks.Support;
using CaseFlow.Benchmarks.Timers;
using CaseFlow.Engine;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Retention;

/// <summary>
/// Puts copies of a case that was done into the archive, closed six years ago. Unlike other benchmarks' copies each has a chain of its own:
/// retention deletes no case whose history doesn't fit its hashes.
/// </summary>
internal sealed class ExpiredFilling(Store store)
{
    private const int AtOnce = 2000;

    private readonly DateTimeOffset _closed = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddYears(-6).ToUnixTimeMilliseconds());

    /// <returns>How many events each copy has.</returns>
    public async Task<int> FillAsync(int count)
    {
        await TimerCases.PublishAsync(store);
        var template = await TimerCases.StartTasksAsync(store, 1, 1);
        await TimerCases.CompleteAsync(store, template, 1);
        await using var context = store.Get<Database>().OpenUnscoped();
        var row = await context.Cases.AsNoTracking().IgnoreQueryFilters().SingleAsync(row => row.Id == template[0]);
        var events = await context.CaseEvents.AsNoTracking().IgnoreQueryFilters().Where(e => e.CaseId == row.Id).OrderBy(e => e.Sequence).ToListAsync();
        var dialect = store.Get<IDatabaseDialect>();
        var (cases, history) = (new RowsOf<CaseRecord>(context, dialect, typeof(ArchivedCaseRecord)), new RowsOf<CaseEventRecord>(context, dialect, typeof(ArchivedCaseEventRecord)));
        await context.Database.OpenConnectionAsync();
        for (var from = 0; from < count; from += AtOnce)
        {
            for (var n = from; n < Math.Min(from + AtOnce, count); n++) Copy(row, events, n, cases, history);
            await cases.WriteAsync(context.Database.GetDbConnection());
            await history.WriteAsync(context.Database.GetDbConnection());
        }

        return events.Count;
    }

    private void Copy(CaseRecord row, List<CaseEventRecord> events, int n, RowsOf<CaseRecord> cases, RowsOf<CaseEventRecord> history)
    {
        var id = Guid.CreateVersion7(_closed.AddMilliseconds(n));
        var hash = EventHash.Genesis(id);
        foreach (var e in events)
        {
            hash = EventHash.Next(hash, e.Sequence, e.At, e.Type, new Actor(e.ActorKind, e.ActorId, e.OnBehalfOf), e.Cause, e.Payload);
            history.Add(e, (nameof(CaseEventRecord.CaseId), id), (nameof(CaseEventRecord.Hash), hash), (nameof(CaseEventRecord.Position), (n * 1000L) + e.Sequence), (nameof(CaseEventRecord.TransactionId), 0L));
        }

        cases.Add(row, (nameof(CaseRecord.Id), id), (nameof(CaseRecord.Number), $"old-{n}"), (nameof(CaseRecord.ClosedAt), _closed.AddMilliseconds(n)), (nameof(CaseRecord.HeadHash), hash));
    }
}
