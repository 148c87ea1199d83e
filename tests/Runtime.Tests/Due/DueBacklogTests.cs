using System.Diagnostics;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

[Collection(PostgresCollection.Name)]
public sealed class DueBacklogTests(PostgresCluster cluster, ITestOutputHelper output)
{
    private const int Many = 250_000;

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

    /// <summary>The quickest of three starts, since other tests run beside this one.</summary>
    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_node_is_ready_within_three_seconds_beside_very_many_timers_that_wait(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await AddManyAsync(bureau, provider, Many, bureau.Time.Now.AddHours(2));
        var ready = TimeSpan.MaxValue;
        for (var start = 0; start < 3; start++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var node = await bureau.SecondNodeAsync();
            await node.RunAsync();
            Assert.Equal(0, await node.Get<DueSweep>().SweepAsync(default));
            ready = TimeSpan.FromTicks(Math.Min(ready.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
            Assert.Equal(bureau.Time.Now.AddHours(2).AddMilliseconds(1), node.Get<DueSignal>().Next);
        }

        output.WriteLine($"Ready after {ready.TotalSeconds:F2} s");
        Assert.True(ready < TimeSpan.FromSeconds(3), $"Expected a start in 3 s, but it took {ready.TotalSeconds:F1} s.");
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Three_nodes_claim_each_row_of_a_great_backlog_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        await AddManyAsync(bureau, provider, Many, bureau.Time.Now.AddDays(-1));
        var claims = bureau.Get<DueClaims>();

        var claimed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while ((await claims.ClaimAsync(bureau.Time.Now, default)).Rows is { Count: > 0 } rows) mine.AddRange(rows.Select(row => row.CaseId));
            return mine;
        })));

        Assert.Equal(Many, claimed.Sum(mine => mine.Count));
        Assert.Equal(Many, claimed.SelectMany(mine => mine).Distinct().Count());
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

    private static async Task AddManyAsync(Bureau bureau, DatabaseProvider provider, int count, DateTimeOffset first)
    {
        await using var context = bureau.Database.OpenUnscoped();
        await context.Database.ExecuteSqlRawAsync(provider is DatabaseProvider.Sqlite ? TimerRows.Sqlite : TimerRows.Postgres, count, Tenant, first.ToUnixTimeMilliseconds(), 1);
    }

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
