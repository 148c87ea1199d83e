using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

[Collection(PostgresCollection.Name)]
public sealed class DueBacklogTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_tenants_backlog_does_not_come_before_the_one_row_of_another(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await using (var context = bureau.Database.Open(ReadScope.Whole("t0")))
        {
            context.Flows.Add(new FlowRecord { Tenant = "t0", Key = "other", Name = "Other", Public = false, Order = 0, LatestVersion = 1 });
            await context.SaveChangesAsync();
        }

        await AddRowsAsync(bureau, "t0", 3000, bureau.Time.Now.AddDays(-30));
        await AddRowsAsync(bureau, Tenant, 1, bureau.Time.Now.AddSeconds(-1));

        var (rows, _) = await bureau.Get<DueClaims>().ClaimAsync(bureau.Time.Now, default);

        Assert.Equal(Tenant, rows[1].Tenant);
        Assert.Equal(new DueOptions().BatchSize / 2 + 1, rows.Count);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Three_nodes_claim_each_row_of_a_great_backlog_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await AddRowsAsync(bureau, Tenant, 6000, bureau.Time.Now.AddDays(-1));
        var claims = bureau.Get<DueClaims>();

        var claimed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while ((await claims.ClaimAsync(bureau.Time.Now, default)).Rows is { Count: > 0 } rows) mine.AddRange(rows.Select(row => row.CaseId));
            return mine;
        })));

        Assert.Equal(6000, claimed.Sum(mine => mine.Count));
        Assert.Equal(6000, claimed.SelectMany(mine => mine).Distinct().Count());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task People_are_answered_while_past_due_timers_drain(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await bureau.PublishAsync("task", Bpmn($"""<bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />"""));
        const int Timers = 1500;
        await Parallel.ForAsync(0, Timers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => await bureau.StartAsync("wait"));
        var tasks = new List<Engine.State.CaseState>();
        for (var i = 0; i < 20; i++) tasks.Add((await bureau.StartAsync("task")).State);
        bureau.Time.Advance(TimeSpan.FromDays(1));

        var draining = bureau.Get<DueSweep>().SweepAsync(default);
        await Task.WhenAll(tasks.Select(bureau.CompleteAsync));

        Assert.False(draining.IsCompleted, "Expected people's commands to be answered while timers drain, but the backlog was over first.");
        Assert.Equal(Timers, await draining);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(Timers, await context.CaseEvents.CountAsync(e => e.Type == "timer-fired"));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Looks_again_when_the_lease_of_a_claimed_row_ends(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await bureau.StartAsync("wait");
        bureau.Time.Advance(TimeSpan.FromDays(1));
        await bureau.Get<Leases>().ClaimDueAsync(Tenant, bureau.Time.Now, TimeSpan.FromSeconds(40), 1, default);

        Assert.Equal(0, await bureau.Get<DueSweep>().SweepAsync(default));

        Assert.Equal(bureau.Time.Now.AddSeconds(40), bureau.Get<DueSignal>().Next);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_node_that_stops_gives_back_what_it_did_not_begin(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        for (var i = 0; i < 5; i++) await bureau.StartAsync("wait");
        bureau.Time.Advance(TimeSpan.FromDays(1));
        var claimed = await bureau.Get<DueClaims>().ClaimAsync(bureau.Time.Now, default);

        await bureau.Get<DueClaims>().GiveBackAsync(claimed.Rows);

        Assert.Equal(5, await bureau.Get<DueSweep>().SweepAsync(default));
    }

    private static string Waiting { get; } = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "e")}<bpmn:endEvent id="e" />
         """);

    private static async Task AddRowsAsync(Bureau bureau, string tenant, int count, DateTimeOffset dueAt)
    {
        await using var context = bureau.Database.OpenUnscoped();
        context.DueRows.AddRange(Enumerable.Range(0, count).Select(n => new DueRecord
        {
            CaseId = Guid.CreateVersion7(dueAt),
            Key = n,
            Kind = DueKind.Timer,
            Tenant = tenant,
            DueAt = dueAt,
            VisibleAt = dueAt,
            Attempts = 0,
        }));
        await context.SaveChangesAsync();
    }
}
