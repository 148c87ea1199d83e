using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

/// <summary>Start timers after a time when no node ran: of the firings that were missed the first and the last open a case, those between are skipped. A firing opens one case, wherever nodes die.</summary>
[Collection(PostgresCollection.Name)]
public sealed class StartSweepTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    /// <summary>As many flows as numbers, so that every shape of the search comes up: flow n has missed n firings.</summary>
    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Goes_to_the_last_firing_that_was_missed_however_many_there_were(DatabaseProvider provider)
    {
        const int Most = 40;
        await using var bureau = await cluster.OpenAsync(provider);
        for (var missed = Most; missed > 0; missed--)
        {
            await bureau.PublishAsync($"f{missed}", Starting("R/PT1H"));
            bureau.Time.Advance(TimeSpan.FromHours(1));
        }

        await SweepAllAsync(bureau);

        for (var missed = 1; missed <= Most; missed++)
        {
            Assert.Equal(missed == 1 ? [1] : [1, missed], await FiringsAsync(bureau, $"f{missed}"));
            Assert.Equal((missed + 1, bureau.Time.Now.AddHours(1)), await NextAsync(bureau, $"f{missed}"));
        }
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_timer_of_seconds_that_slept_a_weekend_fires_for_its_last_second_only(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("often", Starting("R/PT1S"));
        bureau.Time.Advance(TimeSpan.FromHours(60));

        await SweepAllAsync(bureau);

        const int Seconds = 60 * 60 * 60;
        Assert.Equal([1, Seconds], await FiringsAsync(bureau, "often"));
        Assert.Equal((Seconds + 1, bureau.Time.Now.AddSeconds(1)), await NextAsync(bureau, "often"));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_timer_that_ended_meanwhile_fires_for_its_last_time_and_no_more(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("five", Starting("R5/PT1H"));
        bureau.Time.Advance(TimeSpan.FromDays(30));

        await SweepAllAsync(bureau);

        Assert.Equal([1, 5], await FiringsAsync(bureau, "five"));
        Assert.Equal((6, null), await NextAsync(bureau, "five"));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, FaultPoints.CaseNumbered, 0)]
    [InlineData(DatabaseProvider.Sqlite, FaultPoints.CaseOpened, 1)]
    [InlineData(DatabaseProvider.Sqlite, FaultPoints.StartOpened, 1)]
    [InlineData(DatabaseProvider.Postgres, FaultPoints.CaseNumbered, 0)]
    [InlineData(DatabaseProvider.Postgres, FaultPoints.CaseOpened, 1)]
    [InlineData(DatabaseProvider.Postgres, FaultPoints.StartOpened, 1)]
    public async Task Opens_one_case_for_each_firing_though_a_node_dies_with_every_one(DatabaseProvider provider, string point, int opened)
    {
        var lease = TimeSpan.FromSeconds(5);
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("hourly", Starting("R/PT1H"));
        var (began, dies, lives) = (bureau.Time.Now, Dying(bureau, point, lease), bureau.Get<StartSweep>());

        for (var firing = 1; firing <= 3; firing++)
        {
            bureau.Time.Now = began.AddHours(firing);
            Assert.Equal(1, await dies.SweepAsync(default));
            Assert.Equal(Enumerable.Range(1, firing - 1 + opened), await FiringsAsync(bureau, "hourly"));
            Assert.Equal(0, await lives.SweepAsync(default));

            bureau.Time.Advance(lease);
            Assert.Equal(1, await lives.SweepAsync(default));
            Assert.Equal(Enumerable.Range(1, firing), await FiringsAsync(bureau, "hourly"));
            Assert.Equal((firing + 1, began.AddHours(firing + 1)), await NextAsync(bureau, "hourly"));
        }
    }

    /// <summary>A node that never comes further than a point.</summary>
    private static StartSweep Dying(Bureau bureau, string point, TimeSpan lease)
    {
        var (services, points) = (bureau.Get<IServiceProvider>(), new DyingAt(point));
        return ActivatorUtilities.CreateInstance<StartSweep>(services, ActivatorUtilities.CreateInstance<CaseOpener>(services, points), new DueOptions(Lease: lease), points);
    }

    private static async Task SweepAllAsync(Bureau bureau)
    {
        while (await bureau.Get<StartSweep>().SweepAsync(default) > 0)
        {
        }
    }

    /// <summary>Which firings opened a case.</summary>
    private static async Task<List<int>> FiringsAsync(Bureau bureau, string flow)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var ids = await context.Cases.Where(row => row.FlowKey == flow).Select(row => row.ExternalId!).ToListAsync();
        return [.. ids.Select(id => int.Parse(id[(id.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Order()];
    }

    private static async Task<(long Firing, DateTimeOffset? DueAt)> NextAsync(Bureau bureau, string flow)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var start = await context.FlowStarts.SingleAsync(row => row.FlowKey == flow);
        return (start.Firing, start.DueAt);
    }

    private static string Starting(string cycle) => Bpmn(
        $"""
         <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">{cycle}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
         {Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);

    private sealed class DyingAt(string where) : FaultPoints
    {
        public override void Reached(string point)
        {
            if (point == where) throw new InvalidOperationException("killed");
        }
    }
}
