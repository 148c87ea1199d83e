using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

/// <summary>Start timers after a time when no node ran: of the firings that were missed the first and the last open a case, those between are skipped.</summary>
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
}
