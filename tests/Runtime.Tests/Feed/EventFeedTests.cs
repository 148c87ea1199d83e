using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Feed;

[Collection(PostgresCollection.Name)]
public sealed class EventFeedTests(PostgresCluster cluster)
{
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);
    private static readonly Guid Two = Guid.CreateVersion7(Commits.At);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Goes_on_where_it_was(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var (store, feed) = (bureau.Get<ICaseDatabase>(), bureau.Get<EventFeed>());
        await store.CommitAsync(Commits.New(One, "1"), default);
        var end = await feed.EndAsync();
        await store.CommitAsync(Commits.New(Two, "2"), default);

        Assert.Equal([One, Two], (await feed.ReadAsync(FeedPosition.Start, 10)).Select(e => e.CaseId));
        Assert.Equal([One], (await feed.ReadAsync(FeedPosition.Start, 1)).Select(e => e.CaseId));
        Assert.Equal([Two], (await feed.ReadAsync(end, 10)).Select(e => e.CaseId));
    }

    [SkippableFact]
    public async Task Goes_on_in_a_database_restored_from_another_server()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        var (store, feed) = (bureau.Get<ICaseDatabase>(), bureau.Get<EventFeed>());
        await store.CommitAsync(Commits.New(One, "1"), default);
        await bureau.Get<Sealer>().SealAsync();
        await using (var context = bureau.Database.OpenUnscoped())
        {
            await context.CaseEvents.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(e => e.TransactionId, 9_000_000_000));
            await context.LedgerSeals.ExecuteUpdateAsync(set => set.SetProperty(seal => seal.ThroughTransaction, 9_000_000_000));
        }

        await bureau.Get<DatabaseMigrator>().MigrateAsync();
        await store.CommitAsync(Commits.New(Two, "2"), default);

        Assert.Equal([One, Two], (await feed.ReadAsync(FeedPosition.Start, 10)).Select(e => e.CaseId));
        Assert.Equal(1, await bureau.Get<Sealer>().SealAsync());
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    /// <summary>As on SQL Server, where nobody can choose the mark of events that the archive gives back; here it is set by hand.</summary>
    [SkippableFact]
    public async Task Events_that_come_back_with_a_new_mark_are_met_once_more_and_do_no_harm()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        var (store, feed, sealer) = (bureau.Get<ICaseDatabase>(), bureau.Get<EventFeed>(), bureau.Get<Sealer>());
        await store.CommitAsync(Commits.New(One, "1"), default);
        await store.CommitAsync(Commits.New(Two, "2"), default);
        await sealer.SealAsync();
        var end = await feed.EndAsync();
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Database.ExecuteSqlAsync($"update case_events set transaction_id = pg_current_xact_id()::text::bigint where case_id = {One}");

        Assert.Equal([One], (await feed.ReadAsync(end, 10)).Select(e => e.CaseId));
        Assert.Equal((1, 0), (await sealer.SealAsync(), await sealer.SealAsync()));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [SkippableFact]
    public async Task Does_not_pass_a_gap_that_an_open_transaction_may_still_fill()
    {
        await using var bureau = await cluster.OpenAsync(DatabaseProvider.Postgres);
        var (store, feed) = (bureau.Get<ICaseDatabase>(), bureau.Get<EventFeed>());
        await using var slow = bureau.Database.OpenUnscoped();
        await using var transaction = await slow.Database.BeginTransactionAsync();
        slow.CaseEvents.Add(new()
        {
            CaseId = One,
            Sequence = 1,
            Tenant = "t1",
            Type = "note-added",
            At = Commits.At,
            ActorKind = CaseFlow.Engine.ActorKind.System,
            ActorId = "a",
            Cause = "c",
            Payload = [],
            Hash = [],
            Position = 0,
            TransactionId = 0,
        });
        await slow.SaveChangesAsync();
        await store.CommitAsync(Commits.New(Two, "2"), default);

        var during = await feed.ReadAsync(FeedPosition.Start, 10);
        await transaction.CommitAsync();
        var after = await feed.ReadAsync(FeedPosition.Start, 10);

        Assert.Empty(during);
        Assert.Equal([One, Two], after.Select(e => e.CaseId));
    }
}
