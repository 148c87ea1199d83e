using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>The machine's clock jumps an hour either way: no timer is lost or fires twice, and the order of events is their sequence, whatever their times say.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ClockJumpTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string Waiting = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Fires_each_timer_once_when_the_clock_goes_forward_and_back(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        var (sweep, early) = (bureau.Get<DueSweep>(), await bureau.StartAsync("wait"));

        bureau.Time.Advance(Hour);
        Assert.Equal(1, await sweep.SweepAsync(default));
        bureau.Time.Advance(-Hour);
        var late = await bureau.StartAsync("wait");
        Assert.Equal(0, await sweep.SweepAsync(default));
        await bureau.CompleteAsync(await bureau.StateAsync(early.State.CaseId));
        bureau.Time.Advance(-Hour);
        Assert.Equal(0, await sweep.SweepAsync(default));
        bureau.Time.Advance(Hour + TimeSpan.FromMinutes(30));
        Assert.Equal(1, await sweep.SweepAsync(default));
        Assert.Equal(0, await sweep.SweepAsync(default));
        await bureau.CompleteAsync(await bureau.StateAsync(late.State.CaseId));

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal([CaseStatus.Completed, CaseStatus.Completed], await context.Cases.Select(row => row.Status).ToListAsync());
        Assert.Equal(2, await context.CaseEvents.CountAsync(e => e.Type == "timer-fired"));
        var times = await context.CaseEvents.Where(e => e.CaseId == early.State.CaseId).OrderBy(e => e.Sequence).Select(e => e.At).ToListAsync();
        Assert.NotEqual(times.Order(), times);
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Gives_what_a_dead_node_held_to_another_when_the_clock_goes_back_and_on(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Waiting);
        var started = await bureau.StartAsync("wait");
        bureau.Time.Advance(Hour);
        Assert.Single((await bureau.Get<DueClaims>().ClaimAsync(bureau.Time.Now, default)).Rows);

        bureau.Time.Advance(-Hour);
        Assert.Equal(0, await bureau.Get<DueSweep>().SweepAsync(default));
        bureau.Time.Advance(Hour + TimeSpan.FromMinutes(2));
        Assert.Equal(1, await bureau.Get<DueSweep>().SweepAsync(default));

        Assert.Single((await bureau.StateAsync(started.State.CaseId)).Tasks);
        var again = await bureau.Get<CaseRunner>().AdvanceAsync(started.State.CaseId, new FireTimer(Actor.System, started.State.Timers.Keys.Single()));
        Assert.Equal("timer-not-open", Assert.IsType<NotRun>(again).Code);
    }
}
