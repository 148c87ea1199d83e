using CaseFlow.Activities;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Quartz;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Nodes;

/// <summary>Nodes as hosts start them: listed, drained from another one, stopped.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DrainTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Reader Admin = new("admin", "admin", Seeded.Tenant, "", "", [Roles.Admin], []);

    private static readonly string Telling = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "tell")}
         <bpmn:serviceTask id="tell" name="Tell"><bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">done</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>
         {Flow("tell", "e")}<bpmn:endEvent id="e" />
         """);

    [SkippableFact]
    public async Task Drains_a_node_from_another_one_and_lets_it_go_on()
    {
        PostgresCluster.SkipWithoutPostgres();
        await using var one = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var two = await one.SecondNodeAsync();
        await one.PublishAsync("tell", Telling);
        await two.RunAsync();
        await UntilAsync(one, rows => rows is [{ Condition: NodeCondition.Running }]);

        Assert.True(await one.Get<NodeDesk>().AskAsync(Admin, two.NodeName, drain: true, "new version"));
        await UntilAsync(one, rows => rows is [{ Condition: NodeCondition.Drained }]);
        Assert.Equal(SchedulerStatus.Standby, (await two.Get<ISchedulerFactory>().GetScheduler()).Status);
        // A drained node still answers people; what follows from that it leaves to the others.
        await two.StartAsync("tell");
        Assert.Null(two.Get<NodeState>().Begin());
        Assert.Equal(1, await OutboxAsync(one));

        Assert.True(await one.Get<NodeDesk>().AskAsync(Admin, two.NodeName, drain: false, "done"));
        await UntilAsync(one, rows => rows is [{ Condition: NodeCondition.Running }]);
        await UntilAsync(() => OutboxAsync(one), left => left == 0);
        Assert.Equal(SchedulerStatus.Running, (await two.Get<ISchedulerFactory>().GetScheduler()).Status);
        Assert.False(await one.Get<NodeDesk>().AskAsync(Admin, "nobody", drain: true, "new version"));
    }

    [Fact]
    public async Task Waits_for_the_activity_in_hand_when_it_stops_and_leaves_the_list()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var bureau = await Bureau.OpenAsync(activity: new Held(begun, end));
        await bureau.PublishAsync("tell", Telling);
        await bureau.RunAsync();
        await UntilAsync(bureau, rows => rows.Count == 1);
        await bureau.StartAsync("tell");
        await begun.Task.WaitAsync(Patience);

        var stopping = bureau.Get<IHost>().StopAsync();
        Assert.False(stopping.IsCompleted);
        end.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.Equal(0, await OutboxAsync(bureau));
        Assert.Empty(await bureau.Get<NodeRegister>().ListAsync());
    }

    [SkippableFact]
    public async Task Tells_pages_of_another_node_while_it_drains()
    {
        PostgresCluster.SkipWithoutPostgres();
        await using var one = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var two = await one.SecondNodeAsync();
        await one.PublishAsync("tell", Telling);
        var heard = new TaskCompletionSource<Guid>();
        await two.RunAsync();
        await two.Get<FeedPump>().CaughtUp.WaitAsync(Patience);
        two.Get<NodeState>().Ask(drain: true);
        using var listening = two.Get<CaseFeed>().Subscribe(Tenant, change => heard.TrySetResult(change.CaseId));

        var started = await one.StartAsync("tell");

        Assert.Equal(started.State.CaseId, await heard.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task Calls_a_node_silent_that_was_not_heard_of_for_half_a_minute()
    {
        await using var bureau = await Bureau.OpenAsync();
        var register = bureau.Get<NodeRegister>();
        await register.EnrolAsync(bureau.Get<NodeState>(), default);
        bureau.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal([(bureau.NodeName, NodeCondition.Silent)], (await register.ListAsync()).Select(row => (row.Name, row.Condition)));
    }

    private static async Task<int> OutboxAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return await context.Outbox.CountAsync();
    }

    private static Task<IReadOnlyList<NodeRow>> UntilAsync(Bureau bureau, Func<IReadOnlyList<NodeRow>, bool> holds) => UntilAsync(() => bureau.Get<NodeRegister>().ListAsync(), holds);

    private static Task<T> UntilAsync<T>(Func<Task<T>> readAsync, Func<T, bool> holds) => Wait.UntilAsync(readAsync, holds, Patience);

    private sealed class Held(TaskCompletionSource begun, TaskCompletionSource end) : IActivity
    {
        public ActivityDescription Description => CaseFlow.Activities.NotifyReporter.NotifyReporterActivity.Described;

        public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
        {
            begun.TrySetResult();
            await end.Task;
            return ActivityResult.Done;
        }
    }
}
