using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Running;

[Collection(PostgresCollection.Name)]
public sealed class CaseRunnerTests(PostgresCluster cluster)
{
    private static readonly string TwoTasks = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}
         <bpmn:userTask id="a" name="A" />{Flow("a", "b")}
         <bpmn:userTask id="b" name="B" />{Flow("b", "e")}
         <bpmn:endEvent id="e" />
         """);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Carries_a_case_from_start_to_end(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("two", TwoTasks);
        var runner = bureau.Get<CaseRunner>();

        var started = await bureau.StartAsync("two", Variables(("title", FeelValue.From("Lamp"))));
        var caseId = started.State.CaseId;
        await CompleteAsync(runner, caseId, started.State.Tasks.Keys.Single());
        Assert.Equal([("b", "Lamp")], await TasksAsync(bureau));
        var last = await CompleteAsync(runner, caseId, (await StateAsync(bureau, caseId)).Tasks.Keys.Single());

        Assert.Equal(CaseStatus.Completed, last.State.Status);
        Assert.Empty(await TasksAsync(bureau));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var row = await context.Cases.SingleAsync();
        Assert.Equal((CaseStatus.Completed, last.State.Version, bureau.Time.Now), (row.Status, row.Version, row.ClosedAt));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Refuses_the_second_completion_of_a_task(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("two", TwoTasks);
        var started = await bureau.StartAsync("two");
        var task = started.State.Tasks.Keys.Single();
        var runner = bureau.Get<CaseRunner>();
        var complete = new CompleteTask(Actor.Staff("u1"), task, FeelContext.Empty);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => runner.AdvanceAsync(started.State.CaseId, complete))));

        Assert.Equal(1, results.Count(result => result is Ran));
        Assert.Equal(Enumerable.Repeat("task-not-open", 7), results.OfType<NotRun>().Select(result => result.Code));
    }

    [SkippableFact]
    public async Task Goes_on_from_what_another_node_did()
    {
        PostgresCluster.SkipWithoutPostgres();
        await using var one = await cluster.OpenAsync(DatabaseProvider.Postgres);
        await using var two = await Bureau.OpenAsync(one.ConnectionString);
        await one.PublishAsync("two", TwoTasks);
        var started = await one.StartAsync("two");
        var caseId = started.State.CaseId;

        // The first node keeps the state it wrote; the second one moves the case on behind its back.
        await CompleteAsync(two.Get<CaseRunner>(), caseId, started.State.Tasks.Keys.Single());
        var next = (await StateAsync(two, caseId)).Tasks.Keys.Single();
        var stale = await one.Get<CaseRunner>().AdvanceAsync(caseId, new CompleteTask(Actor.Staff("u1"), next, FeelContext.Empty));

        Assert.Equal(CaseStatus.Completed, Assert.IsType<Ran>(stale).State.Status);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_the_feed_after_the_commit(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("two", TwoTasks);
        var changes = new List<CaseFlow.Runtime.Feed.CaseChange>();
        using var listening = bureau.Get<CaseFlow.Runtime.Feed.CaseFeed>().Subscribe(Tenant, changes.Add);

        var started = await bureau.StartAsync("two");
        await CompleteAsync(bureau.Get<CaseRunner>(), started.State.CaseId, started.State.Tasks.Keys.Single());

        Assert.Equal([started.State.Version, (await StateAsync(bureau, started.State.CaseId)).Version], changes.Select(change => change.Version));
    }

    [Fact]
    public async Task Stops_one_case_when_the_program_fails_and_goes_on_with_the_others()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("two", TwoTasks);
        var (good, bad) = (await bureau.StartAsync("two"), await bureau.StartAsync("two"));
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Cases.IgnoreQueryFilters().Where(row => row.Id == bad.State.CaseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Snapshot, "{}"u8.ToArray()));
        bureau.Get<CaseStore>().Forget(bad.State.CaseId);

        var stopped = await bureau.Get<CaseRunner>().AdvanceAsync(bad.State.CaseId, new CompleteTask(Actor.Staff("u1"), 1, FeelContext.Empty));

        Assert.Equal("case-stopped", Assert.IsType<NotRun>(stopped).Code);
        await CompleteAsync(bureau.Get<CaseRunner>(), good.State.CaseId, good.State.Tasks.Keys.Single());
    }

    [Fact]
    public async Task Says_not_found_for_a_case_there_is_not()
    {
        await using var bureau = await Bureau.OpenAsync();

        var result = await bureau.Get<CaseRunner>().AdvanceAsync(Guid.Empty, new AddNote(Actor.System, "x", false));

        Assert.Equal("not-found", Assert.IsType<NotRun>(result).Code);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Completes_two_hundred_waiting_tasks_of_one_case_in_a_burst(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("many", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "a")}
             <bpmn:userTask id="a" name="A">
               <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=200</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
             </bpmn:userTask>{Flow("a", "e")}
             <bpmn:endEvent id="e" />
             """));
        var started = await bureau.StartAsync("many");
        var runner = bureau.Get<CaseRunner>();

        await Parallel.ForEachAsync(started.State.Tasks.Keys, async (task, _) => await CompleteAsync(runner, started.State.CaseId, task));

        Assert.Equal(CaseStatus.Completed, (await StateAsync(bureau, started.State.CaseId)).Status);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(200, await context.CaseEvents.CountAsync(e => e.Type == "task-completed"));
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
    }

    private static async Task<Ran> CompleteAsync(CaseRunner runner, Guid caseId, long task) =>
        Assert.IsType<Ran>(await runner.AdvanceAsync(caseId, new CompleteTask(Actor.Staff("u1"), task, FeelContext.Empty)));

    private static async Task<CaseState> StateAsync(Bureau bureau, Guid caseId) => (await bureau.Get<CaseStore>().LoadAsync(caseId, fresh: true))!.State;

    private static async Task<List<(string Element, string? Title)>> TasksAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return [.. (await context.Tasks.OrderBy(task => task.TaskKey).ToListAsync()).Select(task => (task.ElementId, task.Title))];
    }
}
