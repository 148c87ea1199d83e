using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Scheduling;

/// <summary>The whole runtime as a host starts it: Quartz, sweeps and outbox by themselves.</summary>
[Collection(PostgresCollection.Name)]
public sealed class HostedRuntimeTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Fires_timers_and_runs_activities_by_itself(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("wait", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "w")}
             <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
             {Flow("w", "tell")}
             <bpmn:serviceTask id="tell" name="Tell"><bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">done</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>
             {Flow("tell", "e")}<bpmn:endEvent id="e" />
             """));
        var closed = new TaskCompletionSource();
        using var listening = bureau.Get<CaseFlow.Runtime.Feed.CaseFeed>().Subscribe(Tenant, _ => Check(bureau, closed));
        await bureau.RunAsync();

        await bureau.StartAsync("wait");
        bureau.Time.Advance(TimeSpan.FromHours(1));
        await closed.Task.WaitAsync(Patience);

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal("done", (await context.Notices.SingleAsync()).Text);
        Assert.Equal(0, await context.Outbox.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_a_node_what_another_one_committed(DatabaseProvider provider)
    {
        await using var one = await cluster.OpenAsync(provider);
        await using var two = await one.SecondNodeAsync();
        await one.PublishAsync("two", Bpmn($"""<bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />"""));
        var heard = new TaskCompletionSource<Guid>();
        using var listening = two.Get<CaseFlow.Runtime.Feed.CaseFeed>().Subscribe(Tenant, change => heard.TrySetResult(change.CaseId));
        await two.RunAsync();
        await two.Get<CaseFlow.Runtime.Feed.FeedPump>().CaughtUp.WaitAsync(Patience);

        var started = await one.StartAsync("two");

        Assert.Equal(started.State.CaseId, await heard.Task.WaitAsync(Patience));
    }

    private static void Check(Bureau bureau, TaskCompletionSource closed)
    {
        using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        if (context.Cases.Any(row => row.Status == CaseStatus.Completed)) closed.TrySetResult();
    }
}
