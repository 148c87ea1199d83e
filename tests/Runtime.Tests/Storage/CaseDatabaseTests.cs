using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class CaseDatabaseTests(PostgresCluster cluster)
{
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);
    private static readonly Guid Two = Guid.CreateVersion7(Commits.At);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Reads_back_what_a_step_wrote(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var first = Commits.New(One, "1");

        Assert.Equal(CommitResult.Committed, await store.CommitAsync(first, default));
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(Commits.Step(One, 1, first.HeadHash, 3), default));

        await using var context = bureau.Database.Open(ReadScope.Whole(Commits.Tenant));
        var row = await context.Cases.SingleAsync();
        Assert.Equal((One, 4L, "d1/s2/c5/", Commits.At), (row.Id, row.Version, row.UnitPath, row.UpdatedAt));
        Assert.Equal([1L, 2L, 3L, 4L], await context.CaseEvents.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(row.HeadHash, (await context.CaseEvents.SingleAsync(e => e.Sequence == 4)).Hash);
        Assert.Equal(row.Snapshot, (await store.ReadAsync(One, default))!.Snapshot);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Writes_nothing_when_somebody_was_faster(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var first = Commits.New(One, "1");
        await store.CommitAsync(first, default);
        await store.CommitAsync(Commits.Step(One, 1, first.HeadHash, 2), default);

        var late = Commits.Step(One, 1, first.HeadHash, 1, Outbox(One, "late"));

        Assert.Equal(CommitResult.Conflict, await store.CommitAsync(late, default));
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(3, await context.CaseEvents.IgnoreQueryFilters().CountAsync());
        Assert.Equal(0, await context.Outbox.IgnoreQueryFilters().CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Writes_nothing_when_one_row_does_not_fit(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var first = Commits.New(One, "1", Outbox(One, "same"));
        await store.CommitAsync(first, default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CommitAsync(Commits.Step(One, 1, first.HeadHash, 1, Outbox(One, "other"), Outbox(One, "same")), default));

        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal((1L, 1, 1), (
            await context.Cases.IgnoreQueryFilters().Select(row => row.Version).SingleAsync(),
            await context.CaseEvents.IgnoreQueryFilters().CountAsync(), await context.Outbox.IgnoreQueryFilters().CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Takes_a_number_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        await store.CommitAsync(Commits.New(One, "1"), default);

        Assert.Equal(CommitResult.Duplicate, await store.CommitAsync(Commits.New(Two, "1"), default));
        Assert.Null(await store.ReadAsync(Two, default));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Takes_a_message_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        await store.CommitAsync(Commits.New(One, "1", Taken(One)), default);
        var two = Commits.New(Two, "2");
        await store.CommitAsync(two, default);

        Assert.Equal(CommitResult.Duplicate, await store.CommitAsync(Commits.Step(Two, 1, two.HeadHash, 1, Taken(Two)), default));
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(2, await context.CaseEvents.IgnoreQueryFilters().CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Keeps_the_other_cases_of_a_burst_when_some_conflict(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7(Commits.At)).ToList();
        var firsts = ids.Select((id, at) => Commits.New(id, $"{at}")).ToList();
        await Task.WhenAll(firsts.Select(first => store.CommitAsync(first, default)));

        // Two steps from the same version of each case at once: one of them must lose.
        var steps = firsts.SelectMany(first => Enumerable.Repeat(Commits.Step(first.CaseId, 1, first.HeadHash, 2), 2));
        var results = await Task.WhenAll(steps.Select(step => Task.Run(() => store.CommitAsync(step, default))));

        Assert.Equal((60, 60), (results.Count(result => result is CommitResult.Committed), results.Count(result => result is CommitResult.Conflict)));
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(180, await context.CaseEvents.IgnoreQueryFilters().CountAsync());
        Assert.True(await context.Cases.IgnoreQueryFilters().AllAsync(row => row.Version == 3));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Keeps_the_other_cases_of_a_burst_when_a_message_was_taken_before(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7(Commits.At)).ToList();

        // Every tenth brings the same message: one of them takes it.
        var results = await Task.WhenAll(ids.Select((id, at) => Task.Run(() => store.CommitAsync(at % 10 == 0 ? Commits.New(id, $"{at}", Taken(id)) : Commits.New(id, $"{at}"), default))));

        Assert.Equal((37, 3), (results.Count(result => result is CommitResult.Committed), results.Count(result => result is CommitResult.Duplicate)));
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal((37, 37), (await context.Cases.IgnoreQueryFilters().CountAsync(), await context.CaseEvents.IgnoreQueryFilters().CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Keeps_the_other_cases_of_a_burst_when_a_demanded_row_is_gone(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7(Commits.At)).ToList();
        await using (var context = bureau.Database.OpenUnscoped())
        {
            await Task.WhenAll(ids.Select(id => store.CommitAsync(Commits.New(id, $"{id}", Outbox(id, $"{id}")), default)));
            await context.Outbox.IgnoreQueryFilters().Where(row => row.CaseId != ids[7]).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadAt, Commits.At));
        }

        // One is still on its way, two are dropped by somebody who does not name the row.
        var steps = ids.Select((id, at) => Commits.Step(id, 1, Head(id), 1, new RowWrite(Statements.DropOutbox, at is 8 or 9 ? "other" : $"{id}")));
        var results = await Task.WhenAll(steps.Select(step => Task.Run(() => store.CommitAsync(step, default))));

        Assert.Equal((37, 3), (results.Count(result => result is CommitResult.Committed), results.Count(result => result is CommitResult.Duplicate)));
        await using var after = bureau.Database.OpenUnscoped();
        Assert.Equal(ids[7..10].Order(), (await after.Outbox.IgnoreQueryFilters().Select(row => row.CaseId).ToListAsync()).Order());
        Assert.Equal(77, await after.CaseEvents.IgnoreQueryFilters().CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Writes_no_events_of_a_case_whose_row_is_gone(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        await store.CommitAsync(Commits.New(Two, "2"), default);

        Assert.Equal(CommitResult.Conflict, await store.CommitAsync(Commits.Step(One, 1, EventHash.Genesis(One), 2), default));

        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal([Two], await context.CaseEvents.IgnoreQueryFilters().Select(e => e.CaseId).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Numbers_the_feed_without_a_double(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var first = Commits.New(One, "1");
        await store.CommitAsync(first, default);
        await store.CommitAsync(Commits.Step(One, 1, first.HeadHash, 2), default);
        await store.CommitAsync(Commits.New(Two, "2"), default);

        await using var context = bureau.Database.OpenUnscoped();
        var feed = await context.CaseEvents.IgnoreQueryFilters().OrderBy(e => e.TransactionId).ThenBy(e => e.Position).Select(e => new { e.CaseId, e.Sequence }).ToListAsync();
        Assert.Equal([(One, 1L), (One, 2L), (One, 3L), (Two, 1L)], feed.Select(e => (e.CaseId, e.Sequence)));
    }

    [Fact]
    public void A_chain_starts_apart_for_each_case() => Assert.NotEqual(EventHash.Genesis(One), EventHash.Genesis(Two));

    private static byte[] Head(Guid id) => Commits.New(id, "").HeadHash;

    private static RowWrite Outbox(Guid id, string key) =>
        new(Statements.InsertOutbox, key, id, Commits.Tenant, "run-activity", Array.Empty<byte>(), Commits.At, Commits.At, 0L, "notify-reporter");

    private static RowWrite Taken(Guid id) => new(Statements.TakeMessage, Commits.Tenant, "m1", id, Commits.At);
}
