using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Ledger;

[Collection(PostgresCollection.Name)]
public sealed class ChainVerifierTests(PostgresCluster cluster)
{
    private static readonly Guid One = Guid.CreateVersion7(Commits.At);
    private static readonly Guid Two = Guid.CreateVersion7(Commits.At);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Finds_nothing_in_an_intact_store(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);

        var report = await bureau.Get<ChainVerifier>().VerifyAllAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((2L, 6L, 1L), (report.Cases, report.Events, report.Seals));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Names_the_event_that_was_edited(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        await context.CaseEvents.IgnoreQueryFilters().Where(e => e.CaseId == One && e.Sequence == 3).ExecuteUpdateAsync(set => set.SetProperty(e => e.ActorId, "somebody else"));

        Assert.Equal([("event-changed", One, 3L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Names_the_event_that_was_removed(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        await context.CaseEvents.IgnoreQueryFilters().Where(e => e.CaseId == One && e.Sequence == 2).ExecuteDeleteAsync();

        Assert.Equal([("event-missing", One, 2L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sees_a_shortened_case_even_when_its_head_was_made_to_fit(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        var third = await context.CaseEvents.IgnoreQueryFilters().SingleAsync(e => e.CaseId == One && e.Sequence == 3);
        await context.CaseEvents.IgnoreQueryFilters().Where(e => e.CaseId == One && e.Sequence == 4).ExecuteDeleteAsync();
        await context.Cases.IgnoreQueryFilters().Where(row => row.Id == One)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, 3L).SetProperty(row => row.HeadHash, third.Hash));

        Assert.Equal([("sealed-head-missing", One, 4L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sees_that_a_whole_case_was_removed(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        await context.CaseEvents.IgnoreQueryFilters().Where(e => e.CaseId == Two).ExecuteDeleteAsync();
        await context.Cases.IgnoreQueryFilters().Where(row => row.Id == Two).ExecuteDeleteAsync();

        Assert.Equal([("sealed-head-missing", Two, 2L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sees_that_a_case_row_was_removed(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        await context.Cases.IgnoreQueryFilters().Where(row => row.Id == Two).ExecuteDeleteAsync();

        Assert.Equal([("case-missing", Two, 0L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sees_that_the_ledger_itself_was_edited(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        await using var context = bureau.Database.OpenUnscoped();
        await context.LedgerEntries.Where(entry => entry.CaseId == Two).ExecuteDeleteAsync();

        Assert.Equal([("seal-changed", null, 1L)], await FaultsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Seals_only_what_changed(DatabaseProvider provider)
    {
        await using var bureau = await SealedAsync(provider);
        var sealer = bureau.Get<Sealer>();

        Assert.Equal(0, await sealer.SealAsync());
        await bureau.Get<ICaseDatabase>().CommitAsync(Commits.New(Guid.CreateVersion7(Commits.At), "3"), default);
        Assert.Equal(1, await sealer.SealAsync());

        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal([2L, 1L], await context.LedgerSeals.OrderBy(seal => seal.Number).Select(seal => seal.Entries).ToListAsync());
        Assert.Empty(await FaultsAsync(bureau));
    }

    private async Task<Bureau> SealedAsync(DatabaseProvider provider)
    {
        var bureau = await cluster.OpenAsync(provider);
        var store = bureau.Get<ICaseDatabase>();
        var (one, two) = (Commits.New(One, "1"), Commits.New(Two, "2"));
        await store.CommitAsync(one, default);
        await store.CommitAsync(Commits.Step(One, 1, one.HeadHash, 3), default);
        await store.CommitAsync(two, default);
        await store.CommitAsync(Commits.Step(Two, 1, two.HeadHash), default);
        await bureau.Get<Sealer>().SealAsync();
        return bureau;
    }

    private static async Task<IEnumerable<(string Code, Guid? Case, long Sequence)>> FaultsAsync(Bureau bureau) =>
        (await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults.Select(fault => (fault.Code, fault.CaseId, fault.Sequence));
}
