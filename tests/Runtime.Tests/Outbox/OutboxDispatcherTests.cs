using System.Text.Json.Nodes;
using CaseFlow.Activities;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Outbox;

[Collection(PostgresCollection.Name)]
public sealed class OutboxDispatcherTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Runs_an_activity_and_gives_its_answer_to_the_case(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ => new Completed(JsonValue.Create("c5"))));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;

        Assert.Equal(1, await bureau.Get<OutboxDispatcher>().SweepAsync(default));

        var state = await StateAsync(bureau, caseId);
        Assert.Equal((CaseStatus.Completed, FeelValue.From("c5")), (state.Status, state.Variables.Find("answer")));
        Assert.Empty(await RowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tries_again_later_and_later_and_then_raises_an_incident(DatabaseProvider provider)
    {
        var keys = new List<string>();
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(call =>
        {
            keys.Add(call.Key);
            throw new TimeoutException("no line");
        }));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        var pauses = new List<TimeSpan>();

        for (var round = 0; round < 10 && (await StateAsync(bureau, caseId)).Incidents.IsEmpty; round++)
        {
            await bureau.Get<OutboxDispatcher>().SweepAsync(default);
            if (await RowsAsync(bureau) is not [var row]) continue;
            Assert.Equal(0, await bureau.Get<OutboxDispatcher>().SweepAsync(default));
            pauses.Add(row.NotBefore - bureau.Time.Now);
            bureau.Time.Now = row.NotBefore;
        }

        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(3, keys.Count);
        Assert.InRange(pauses[0].TotalSeconds, 4, 6);
        Assert.InRange(pauses[1].TotalSeconds, 8, 12);
        Assert.Equal("job-failed", (await StateAsync(bureau, caseId)).Incidents.Values.Single().Code);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal("work", (await context.Incidents.SingleAsync()).ElementId);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Runs_a_row_again_when_its_node_died_and_answers_once(DatabaseProvider provider)
    {
        var runs = 0;
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ =>
        {
            runs++;
            return ActivityResult.Done;
        }));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        await bureau.Get<Leases>().ClaimOutboxAsync(Tenant, "notify-reporter", bureau.Time.Now, TimeSpan.FromMinutes(5), 10, default);

        Assert.Equal(0, await bureau.Get<OutboxDispatcher>().SweepAsync(default));
        bureau.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await bureau.Get<OutboxDispatcher>().SweepAsync(default));

        Assert.Equal((1, CaseStatus.Completed), (runs, (await StateAsync(bureau, caseId)).Status));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Gives_up_a_row_that_can_never_be_sent_and_keeps_it(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ => ActivityResult.Done));
        await bureau.StartAsync("work");
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Outbox.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, "?"u8.ToArray()));

        for (var attempt = 0; attempt < new OutboxOptions().MostAttempts; attempt++)
        {
            Assert.Equal(1, await bureau.Get<OutboxDispatcher>().SweepAsync(default));
            bureau.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(0, await bureau.Get<OutboxDispatcher>().SweepAsync(default));
        var dead = (await RowsAsync(bureau)).Single();
        Assert.NotNull(dead.DeadAt);
        Assert.StartsWith("Expected an effect run-activity", dead.LastError, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Drops_the_work_of_a_job_that_was_cancelled(DatabaseProvider provider)
    {
        var runs = 0;
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ =>
        {
            runs++;
            return ActivityResult.Done;
        }));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        await bureau.Get<CaseFlow.Runtime.Running.CaseRunner>().AdvanceAsync(caseId, new CaseFlow.Engine.Commands.TerminateCase(CaseFlow.Engine.Actor.Staff("u1"), "mistake"));

        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Equal(0, runs);
        Assert.Empty(await RowsAsync(bureau));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Gives_the_receiver_the_same_key_when_a_row_is_run_twice(DatabaseProvider provider)
    {
        var keys = new List<string>();
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(call =>
        {
            keys.Add(call.Key);
            return ActivityResult.Done;
        }));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        var row = (await RowsAsync(bureau)).Single();
        var effect = (CaseFlow.Engine.Effects.RunActivity)EffectJson.Read(row.Kind, row.Payload);
        var cut = new CancellationTokenSource();
        var slow = new SlowActivity(async (call, _) =>
        {
            keys.Add(call.Key);
            await cut.CancelAsync();
            return ActivityResult.Done;
        });
        var dies = ActivatorUtilities.CreateInstance<JobRunner>(bureau.Get<IServiceProvider>(), (IEnumerable<IActivity>)[slow]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dies.RunAsync(row, effect, cut.Token));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Equal([row.Key, row.Key], keys);
        Assert.Equal(CaseStatus.Completed, (await StateAsync(bureau, caseId)).Status);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_node_that_slept_beyond_its_lease_changes_nothing_of_the_row_nor_of_the_case(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ => new Failed("no line")));
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        var asleep = (await bureau.Get<Leases>().ClaimOutboxAsync(Tenant, "notify-reporter", bureau.Time.Now, TimeSpan.FromMinutes(2), 1, default)).Single();
        var state = await StateAsync(bureau, caseId);
        var answer = new CaseFlow.Engine.Commands.FailJob(CaseFlow.Engine.Actor.System, state.Jobs.Keys.Single(), "no line", RetriesLeft: 2, Attempt: 1);

        bureau.Time.Advance(TimeSpan.FromMinutes(3));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);
        var before = await RowsAsync(bureau);
        var woken = await bureau.Get<CaseFlow.Runtime.Running.CaseRunner>().AdvanceAsync(caseId, answer);
        await bureau.Get<OutboxShelf>().GiveUpAsync(asleep, bureau.Time.Now, "late", default);
        await bureau.Get<OutboxShelf>().DoneAsync(asleep, default);

        Assert.Equal("job-attempt-over", Assert.IsType<CaseFlow.Runtime.Running.NotRun>(woken).Code);
        Assert.Equivalent(before, await RowsAsync(bureau));
        Assert.Equal(2, (await StateAsync(bureau, caseId)).Jobs.Values.Single().Attempt);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_slow_activity_holds_up_nothing_but_itself(DatabaseProvider provider)
    {
        var (release, running, tooMany) = (new TaskCompletionSource(), 0, 0);
        var atOnce = new OutboxOptions().AtOnce;
        await using var bureau = await cluster.OpenAsync(provider, new SlowActivity(async (_, _) =>
        {
            if (Interlocked.Increment(ref running) > atOnce) Interlocked.Increment(ref tooMany);
            await release.Task;
            Interlocked.Decrement(ref running);
            return ActivityResult.Done;
        }));
        await bureau.PublishAsync("work", Work);
        await bureau.PublishAsync("tell", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "tell")}
             <bpmn:intermediateThrowEvent id="tell"><bpmn:extensionElements><caseflow:correlation key="k1" /></bpmn:extensionElements><bpmn:messageEventDefinition id="m" messageRef="told" /></bpmn:intermediateThrowEvent>
             {Flow("tell", "e")}<bpmn:endEvent id="e" />
             """, """<bpmn:message id="told" name="told" />"""));
        for (var i = 0; i < atOnce + 5; i++) await bureau.StartAsync("work");
        var sweep = bureau.Get<OutboxDispatcher>().SweepAsync(default);

        await UntilAsync(() => Task.FromResult(Volatile.Read(ref running) == atOnce));
        await bureau.StartAsync("tell");
        await UntilAsync(async () => await MessagesAsync(bureau) == 1);

        Assert.False(sweep.IsCompleted);
        release.SetResult();
        Assert.Equal(atOnce + 6, await sweep.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, tooMany);
    }

    [Theory]
    [InlineData(1, 8, 12)]
    [InlineData(3, 32, 48)]
    [InlineData(60, 1440, 2160)]
    public void Waits_twice_as_long_each_time_up_to_half_an_hour(int attempt, double least, double most) =>
        Assert.InRange(Backoff.After(attempt, TimeSpan.FromSeconds(10)).TotalSeconds, least, most);

    private static readonly string Work = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "work")}
         <bpmn:serviceTask id="work" name="Work"><bpmn:extensionElements>
           <caseflow:activity type="notify-reporter" retries="3" backoff="PT5S"><caseflow:setting name="text">hello</caseflow:setting></caseflow:activity><caseflow:result variable="answer" />
         </bpmn:extensionElements></bpmn:serviceTask>
         {Flow("work", "e")}<bpmn:endEvent id="e" />
         """);

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "")]
    [InlineData(DatabaseProvider.Sqlite, "notify-reporter")]
    [InlineData(DatabaseProvider.Postgres, "")]
    [InlineData(DatabaseProvider.Postgres, "notify-reporter")]
    public async Task A_claim_that_fails_costs_no_activity_its_places(DatabaseProvider provider, string failing)
    {
        await using var bureau = await OpenAsync(provider, new ScriptedActivity(_ => new Completed(JsonValue.Create("c5"))));
        await bureau.PublishAsync("payer", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "t")}
             <bpmn:intermediateThrowEvent id="t"><bpmn:extensionElements><caseflow:correlation key="o1" /></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="paid" /></bpmn:intermediateThrowEvent>
             {Flow("t", "e")}<bpmn:endEvent id="e" />
             """,
            """<bpmn:message id="paid" name="paid" />"""));
        await bureau.StartAsync("work");
        await bureau.StartAsync("payer");
        var free = Gates().Select(gate => gate.Take(1)).ToList();
        foreach (var (gate, places) in Gates().Zip(free)) gate.Return(places);

        using (var fault = new FailingStatements(bureau.Get<IDatabaseDialect>().Claim(Leases.Outbox)[..20], failing))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => bureau.Get<OutboxDispatcher>().SweepAsync(default));
            Assert.NotEqual(0, fault.Failed);
        }

        await bureau.Get<OutboxDispatcher>().SweepAsync(default);
        Assert.Empty(await RowsAsync(bureau));
        await UntilAsync(() => Task.FromResult(free.SequenceEqual(Gates().Select(gate =>
        {
            var places = gate.Take(1);
            gate.Return(places);
            return places;
        }))));

        ActivityGate[] Gates() => [bureau.Get<ActivityGates>().Of(""), bureau.Get<ActivityGates>().Of("notify-reporter")];
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider, ScriptedActivity activity)
    {
        var bureau = await cluster.OpenAsync(provider, activity);
        await bureau.PublishAsync("work", Work);
        return bureau;
    }

    private static Task<bool> UntilAsync(Func<Task<bool>> holds) => Wait.UntilAsync(holds, held => held, TimeSpan.FromSeconds(60));

    private static async Task<int> MessagesAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return await context.Messages.CountAsync();
    }

    private sealed class SlowActivity(Func<ActivityCall, CancellationToken, Task<ActivityResult>> run) : IActivity
    {
        public ActivityDescription Description => CaseFlow.Activities.NotifyReporter.NotifyReporterActivity.Described;

        public Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel) => run(call, cancel);
    }

    private static async Task<CaseState> StateAsync(Bureau bureau, Guid caseId) => (await bureau.Get<CaseStore>().LoadAsync(caseId, fresh: true))!.State;

    private static async Task<List<OutboxRecord>> RowsAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return await context.Outbox.ToListAsync();
    }
}
