using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Export;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Archive;

[Collection(PostgresCollection.Name)]
public sealed class ArchiverTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Moves_cases_that_were_closed_long_ago_whole_and_leaves_the_others(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        var closed = await bureau.ClosedAsync();
        var open = await bureau.HandledInAsync("s1");
        await bureau.Get<Sealer>().SealAsync();
        bureau.Time.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, await bureau.Get<Archiver>().RunAsync(default));
        bureau.Time.Advance(TimeSpan.FromDays(2));
        var before = await WholeAsync(bureau, closed, archived: false);

        Assert.Equal(1, await bureau.Get<Archiver>().RunAsync(default));

        Assert.Equal(before, await WholeAsync(bureau, closed, archived: true));
        Assert.Equal("cases 0, events 0, clocks 0, evaluations 0, links 0, notices 0", await CountAsync(bureau, closed, archived: false));
        Assert.Equal(0, await bureau.Get<Archiver>().RunAsync(default));
        Assert.NotEmpty((await bureau.StateAsync(open.CaseId)).Tasks);
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Shows_an_archived_case_as_it_was(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        var closed = await bureau.ClosedAsync();
        var number = (await bureau.StateAsync(closed)).Facts.Number;
        var reader = await bureau.ReaderAsync("s1-supervisor");
        var auditor = await bureau.ReaderAsync("auditor");
        var (view, story, export) = await SeenAsync(bureau, reader, number, closed);
        var events = await bureau.Get<AuditQueries>().EventsAsync(auditor, new AuditFilter(number));
        Assert.False(view.Archived);

        await bureau.ArchiveAsync();

        var (later, storyLater, exportLater) = await SeenAsync(bureau, reader, number, closed);
        Assert.True(later.Archived);
        Assert.Equal((view.Version, view.Title, view.ClosedAt, view.Closure?.Text), (later.Version, later.Title, later.ClosedAt, later.Closure?.Text));
        Assert.Equal(view.Clocks, later.Clocks);
        Assert.Equal(view.FinishedElements, later.FinishedElements);
        Assert.Equal(story, storyLater);
        Assert.Equal(export, exportLater);
        Assert.Equal(events.Rows, (await bureau.Get<AuditQueries>().EventsAsync(auditor, new AuditFilter(number))).Rows);
        Assert.Null((await bureau.Get<AuditQueries>().VerifyAsync(auditor, number))!.BrokenAt);
        foreach (var filter in new[] { new CaseFilter(), new CaseFilter(Open: false), new CaseFilter(number), new CaseFilter("路灯") })
            Assert.Equal([(number, true)], (await bureau.Get<CaseQueries>().ListAsync(reader, filter)).Rows.Select(row => (row.Number, row.Archived)));
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Brings_a_case_back_when_something_happens_to_it_and_tells_it_once(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        var closed = await bureau.ClosedAsync();
        await bureau.ArchiveAsync();
        var end = await bureau.Get<EventFeed>().EndAsync();
        var version = (await bureau.StateAsync(closed)).Version;

        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(closed, new AddNote(Actor.System, "补记", false)));

        Assert.Equal("cases 0, events 0, clocks 0, evaluations 0, links 0, notices 0", await CountAsync(bureau, closed, archived: true));
        Assert.Equal([(closed, version + 1)], (await bureau.Get<EventFeed>().ReadAsync(end, 100)).Select(e => (e.CaseId, e.Sequence)));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        await bureau.Get<Sealer>().SealAsync();
        await bureau.HandledInAsync("s1");
        await bureau.Get<Sealer>().SealAsync();
        bureau.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await bureau.Get<Archiver>().RunAsync(default));
        bureau.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await bureau.Get<Archiver>().RunAsync(default));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task A_case_that_was_just_brought_back_is_not_taken_before_the_step_it_came_for(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        var closed = await bureau.ClosedAsync();
        await bureau.ArchiveAsync();
        await bureau.Get<CaseStore>().BringBackAsync(closed, default);

        Assert.Equal(0, await bureau.Get<Archiver>().RunAsync(default));

        Assert.False((await bureau.Get<CaseStore>().LoadAsync(closed, fresh: true))!.Archived);
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task A_node_that_still_holds_the_case_in_memory_brings_it_back_too(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        await using var other = await bureau.SecondNodeAsync();
        var closed = await bureau.ClosedAsync();
        other.Time.Now = bureau.Time.Now.AddDays(91);
        Assert.False((await other.Get<CaseStore>().LoadAsync(closed, fresh: true))!.Archived);
        await bureau.ArchiveAsync();

        Assert.IsType<Ran>(await other.Get<CaseRunner>().AdvanceAsync(closed, new AddNote(Actor.System, "补记", false)));

        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        Assert.False((await bureau.Get<CaseStore>().LoadAsync(closed, fresh: true))!.Archived);
    }

    [SkippableTheory]
    [MemberData(nameof(Both))]
    public async Task Commands_and_the_archiver_at_the_same_time_lose_and_double_nothing(DatabaseProvider provider)
    {
        await using var bureau = await SeededAsync(provider);
        var cases = new List<Guid>();
        for (var at = 0; at < 6; at++) cases.Add(await bureau.ClosedAsync());
        await bureau.HandledInAsync("s1");
        await bureau.Get<Sealer>().SealAsync();
        bureau.Time.Advance(TimeSpan.FromDays(91));
        var versions = await Task.WhenAll(cases.Select(async id => (await bureau.StateAsync(id)).Version));
        using var done = new CancellationTokenSource();
        var archiving = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await bureau.Get<Archiver>().RunAsync(default);
                await bureau.Get<Sealer>().SealAsync();
            }
        });

        await Parallel.ForEachAsync(cases, async (id, cancel) =>
        {
            for (var at = 0; at < 15; at++)
            {
                Assert.IsType<Ran>(await bureau.Get<CaseRunner>().AdvanceAsync(id, new AddNote(Actor.System, $"{at}", false), cancel));
                // Longer than a case that came back stays: the archiver may take it at once.
                bureau.Time.Advance(TimeSpan.FromHours(25));
            }
        });
        await done.CancelAsync();
        await archiving;

        Assert.Equal(versions.Select(version => version + 15), await Task.WhenAll(cases.Select(async id => (await bureau.StateAsync(id)).Version)));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [Fact]
    public async Task Keeps_the_last_sealed_event_so_that_positions_are_not_given_twice()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var closed = await bureau.ClosedAsync();
        await bureau.Get<Sealer>().SealAsync();
        bureau.Time.Advance(TimeSpan.FromDays(91));

        Assert.Equal(0, await bureau.Get<Archiver>().RunAsync(default));

        await bureau.HandledInAsync("s1");
        await bureau.Get<Sealer>().SealAsync();
        Assert.Equal(1, await bureau.Get<Archiver>().RunAsync(default));
        Assert.True((await bureau.Get<CaseStore>().LoadAsync(closed, fresh: true))!.Archived);
    }

    private async Task<Bureau> SeededAsync(DatabaseProvider provider) => await (await cluster.OpenAsync(provider)).SeedAsync();

    private static async Task<(CaseView View, string Story, string Export)> SeenAsync(Bureau bureau, Reader reader, string number, Guid id)
    {
        var view = Assert.IsType<CaseView>(await bureau.Get<CaseQueries>().FindAsync(reader, number));
        var story = await bureau.Get<CaseQueries>().TimelineAsync(reader, id);
        var lines = new List<string>();
        await foreach (var exported in bureau.Get<CaseExport>().ReadAsync(Seeded.Tenant, null, default)) lines.Add(exported.Line());
        return (view, string.Join('\n', story.Select(row => $"{row.Sequence} {row.Type} {row.What?.Text} {row.Hash}")), Assert.Single(lines, line => line.Contains(number, StringComparison.Ordinal)));
    }

    /// <summary>Everything the case's rows say.</summary>
    private static async Task<string> WholeAsync(Bureau bureau, Guid id, bool archived)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var tables = new CaseTables(context, archived);
        return System.Text.Json.JsonSerializer.Serialize(new object[]
        {
            await tables.Cases.IgnoreQueryFilters().Where(row => row.Id == id).ToListAsync(),
            await tables.Events.IgnoreQueryFilters().Where(row => row.CaseId == id).OrderBy(row => row.Sequence).ToListAsync(),
            await tables.Clocks.IgnoreQueryFilters().Where(row => row.CaseId == id).OrderBy(row => row.ClockKey).ToListAsync(),
            await tables.Evaluations.IgnoreQueryFilters().Where(row => row.CaseId == id).OrderBy(row => row.Sequence).ToListAsync(),
            await tables.Links.IgnoreQueryFilters().Where(row => row.CaseId == id).ToListAsync(),
            await tables.Notices.IgnoreQueryFilters().Where(row => row.CaseId == id).ToListAsync(),
        });
    }

    private static async Task<string> CountAsync(Bureau bureau, Guid id, bool archived)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var tables = new CaseTables(context, archived);
        return $"cases {await tables.Cases.IgnoreQueryFilters().CountAsync(row => row.Id == id)}, events {await tables.Events.IgnoreQueryFilters().CountAsync(row => row.CaseId == id)}, "
            + $"clocks {await tables.Clocks.IgnoreQueryFilters().CountAsync(row => row.CaseId == id)}, evaluations {await tables.Evaluations.IgnoreQueryFilters().CountAsync(row => row.CaseId == id)}, "
            + $"links {await tables.Links.IgnoreQueryFilters().CountAsync(row => row.CaseId == id)}, notices {await tables.Notices.IgnoreQueryFilters().CountAsync(row => row.CaseId == id)}";
    }
}
