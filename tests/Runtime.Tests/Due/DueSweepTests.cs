using CaseFlow.Engine.State;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

[Collection(PostgresCollection.Name)]
public sealed class DueSweepTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Fires_a_timer_when_its_time_has_come_and_not_before(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("PT1H"));
        var caseId = (await bureau.StartAsync("wait")).State.CaseId;

        bureau.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await bureau.Get<DueSweep>().SweepAsync(default));
        bureau.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bureau.Get<DueSweep>().SweepAsync(default));

        Assert.Equal(CaseStatus.Completed, await StatusAsync(bureau, caseId));
        Assert.Equal(0, await DueRowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Waits_for_years(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("P30Y"));
        var caseId = (await bureau.StartAsync("wait")).State.CaseId;

        bureau.Time.Advance(TimeSpan.FromDays(31 * 366));
        await bureau.Get<DueSweep>().SweepAsync(default);

        Assert.Equal(CaseStatus.Completed, await StatusAsync(bureau, caseId));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Fires_each_timer_once_when_two_nodes_sweep(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("PT1H"));
        for (var i = 0; i < 40; i++) await bureau.StartAsync("wait");
        bureau.Time.Advance(TimeSpan.FromHours(2));

        var counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bureau.Get<DueSweep>().SweepAsync(default))));

        Assert.Equal(40, counts.Sum());
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(40, await context.CaseEvents.CountAsync(e => e.Type == "timer-fired"));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Takes_up_what_a_dead_node_had_claimed_when_its_lease_ends(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("PT1H"));
        await bureau.StartAsync("wait");
        bureau.Time.Advance(TimeSpan.FromHours(2));
        await bureau.Get<Leases>().ClaimDueAsync(Tenant, bureau.Time.Now, TimeSpan.FromMinutes(1), 10, default);

        Assert.Equal(0, await bureau.Get<DueSweep>().SweepAsync(default));
        bureau.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bureau.Get<DueSweep>().SweepAsync(default));
        Assert.Equal(0, await DueRowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Drops_a_row_its_case_no_longer_waits_for(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("PT1H"));
        var caseId = (await bureau.StartAsync("wait")).State.CaseId;
        await using (var context = bureau.Database.OpenUnscoped())
        {
            context.DueRows.Add(new() { CaseId = caseId, Key = 99, Kind = CaseFlow.Runtime.Storage.Records.DueKind.Timer, Tenant = Tenant, DueAt = bureau.Time.Now, VisibleAt = bureau.Time.Now, Attempts = 0 });
            await context.SaveChangesAsync();
        }

        Assert.Equal(1, await bureau.Get<DueSweep>().SweepAsync(default));
        Assert.Equal(1, await DueRowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Puts_off_a_case_that_fails_and_goes_on_with_the_others(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting("PT1H"));
        var (good, bad) = ((await bureau.StartAsync("wait")).State.CaseId, (await bureau.StartAsync("wait")).State.CaseId);
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Cases.IgnoreQueryFilters().Where(row => row.Id == bad).ExecuteUpdateAsync(set => set.SetProperty(row => row.Snapshot, "{}"u8.ToArray()));
        bureau.Get<CaseStore>().Forget(bad);
        bureau.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(2, await bureau.Get<DueSweep>().SweepAsync(default));
        Assert.Equal(0, await bureau.Get<DueSweep>().SweepAsync(default));

        Assert.Equal(CaseStatus.Completed, await StatusAsync(bureau, good));
        Assert.Equal(1, await DueRowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Marks_a_clock_at_its_times(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("clocked", Bpmn(
            $"""
             <bpmn:extensionElements><caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="10" public="true" /></bpmn:extensionElements>
             <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
             """));
        await bureau.StartAsync("clocked");
        var start = bureau.Time.Now;

        foreach (var hour in new[] { 8, 10, 15 })
        {
            bureau.Time.Now = start.AddHours(hour);
            Assert.Equal(1, await bureau.Get<DueSweep>().SweepAsync(default));
        }

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var clock = await context.Clocks.SingleAsync();
        Assert.Equal((start.AddHours(10), start.AddHours(8), start.AddHours(10), start.AddHours(15)), (clock.Due, clock.WarnedAt, clock.BreachedAt, clock.EscalatedAt));
        Assert.Equal(start.AddHours(10), (await context.Cases.SingleAsync()).Due);
        Assert.Equal(0, await DueRowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Opens_one_case_for_each_firing_of_a_start_timer(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("yearly", Bpmn(
            $"""
             <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
             {Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
             """));

        for (var hour = 0; hour < 8; hour++)
        {
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => bureau.Get<StartSweep>().SweepAsync(default))));
            bureau.Time.Advance(TimeSpan.FromHours(1));
        }

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var opened = await context.Cases.CountAsync();
        Assert.Equal(3, opened);
        Assert.Null((await context.FlowStarts.SingleAsync()).DueAt);
    }

    private static string Waiting(string duration) => Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">{duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "e")}<bpmn:endEvent id="e" />
         """);

    private static async Task<CaseStatus> StatusAsync(Bureau bureau, Guid caseId) => (await bureau.Get<CaseStore>().LoadAsync(caseId, fresh: true))!.State.Status;

    private static async Task<int> DueRowsAsync(Bureau bureau)
    {
        await using var context = bureau.Database.OpenUnscoped();
        return await context.DueRows.IgnoreQueryFilters().CountAsync();
    }
}
