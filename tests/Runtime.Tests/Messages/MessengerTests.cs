using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Messages;

[Collection(PostgresCollection.Name)]
public sealed class MessengerTests(PostgresCluster cluster)
{
    private static readonly string Waiting = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "m")}
         <bpmn:intermediateCatchEvent id="m"><bpmn:extensionElements><caseflow:correlation key="=order" /></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="paid" /></bpmn:intermediateCatchEvent>
         {Flow("m", "e")}<bpmn:endEvent id="e" />
         """,
        """<bpmn:message id="paid" name="paid" />""");

    private static readonly CaseFlow.Runtime.Directory.Reader Leader = new("leader1", "Leader", Tenant, "", "", [CaseFlow.Runtime.Directory.Roles.Supervisor], []);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Keeps_a_message_that_comes_early_until_its_wait_opens(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var started = await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))));
        var messenger = bureau.Get<Messenger>();

        Assert.Equal(MessageFate.Waiting, (await messenger.SendAsync(Paid("m1", "o1"))).Fate);
        Assert.Equal(0, await messenger.SweepAsync(default));
        await bureau.CompleteAsync(started.State);
        Assert.Equal(1, await messenger.SweepAsync(default));

        var state = await bureau.StateAsync(started.State.CaseId);
        Assert.Equal((CaseStatus.Completed, FeelValue.From(5)), (state.Status, state.Variables.Find("sum")));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal((0, 1), (await context.Messages.CountAsync(), await context.TakenMessages.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Delivers_at_once_to_the_case_that_is_meant(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var (one, two) = await TwoWaitingAsync(bureau);

        var outcome = await bureau.Get<Messenger>().SendAsync(Paid("m1", "o2"));

        Assert.Equal(new MessageOutcome(MessageFate.Delivered, two), outcome);
        Assert.Equal((CaseStatus.Active, CaseStatus.Completed), ((await bureau.StateAsync(one)).Status, (await bureau.StateAsync(two)).Status));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Takes_the_same_message_once_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await TwoWaitingAsync(bureau, "o1", "o1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bureau.Get<Messenger>().SendAsync(Paid("m1", "o1")))));

        Assert.Equal(1, outcomes.Count(outcome => outcome.Fate is MessageFate.Delivered));
        Assert.Equal(5, outcomes.Count(outcome => outcome.Fate is MessageFate.TakenBefore));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(1, await context.CaseEvents.CountAsync(e => e.Type == "message-received"));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Goes_past_cases_that_are_stopped_to_one_that_can_take_it(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var waiting = new List<Guid>();
        for (var at = 0; at < 12; at++)
        {
            var state = (await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))))).State;
            await bureau.CompleteAsync(state);
            waiting.Add(state.CaseId);
            bureau.Time.Advance(TimeSpan.FromSeconds(1));
        }

        foreach (var stopped in waiting.SkipLast(1)) await SpoilAsync(bureau, stopped);

        Assert.Equal(new MessageOutcome(MessageFate.Delivered, waiting[^1]), await bureau.Get<Messenger>().SendAsync(Paid("m1", "o1")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bureau.Get<Messenger>().SendAsync(Paid("m2", "o1")));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Takes_one_message_of_a_thousand_alike_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await TwoWaitingAsync(bureau, "o1", "o1");
        var fates = new System.Collections.Concurrent.ConcurrentBag<MessageFate>();

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancel) => fates.Add((await bureau.Get<Messenger>().SendAsync(Paid("m1", "o1"), cancel)).Fate));

        Assert.Equal((1, 999), (fates.Count(fate => fate is MessageFate.Delivered), fates.Count(fate => fate is MessageFate.TakenBefore)));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal((1, 1, 0), (await context.CaseEvents.CountAsync(e => e.Type == "message-received"), await context.TakenMessages.CountAsync(), await context.Messages.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Delivers_each_of_many_early_messages_to_its_own_wait(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var messenger = bureau.Get<Messenger>();
        const int Orders = 150;
        await Parallel.ForAsync(0, Orders, async (n, cancel) => Assert.Equal(MessageFate.Waiting, (await messenger.SendAsync(Paid($"m{n}", $"o{n}"), cancel)).Fate));
        for (var n = 0; n < Orders; n++) await bureau.CompleteAsync((await bureau.StartAsync("order", Variables(("order", FeelValue.From($"o{n}"))))).State);

        var delivered = 0;
        while (await messenger.SweepAsync(default) is > 0 and var count) delivered += count;

        Assert.Equal(Orders, delivered);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal((Orders, 0, Orders), (await context.TakenMessages.CountAsync(), await context.Messages.CountAsync(), await context.Cases.CountAsync(row => row.Status == CaseStatus.Completed)));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_message_for_a_case_that_has_closed_waits_its_time_and_is_then_dealt_with_by_a_person(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await TwoWaitingAsync(bureau, "o1", "o2");
        var (messenger, desk) = (bureau.Get<Messenger>(), bureau.Get<MessageDesk>());
        await messenger.SendAsync(Paid("m1", "o1"));

        Assert.Equal(MessageFate.Waiting, (await messenger.SendAsync(Paid("m2", "o1"))).Fate);
        Assert.Equal(MessageFate.Waiting, (await messenger.SendAsync(Paid("m3", "o1"))).Fate);
        Assert.Empty(await desk.ListAsync(Leader));
        bureau.Time.Advance(TimeSpan.FromDays(15));
        await messenger.SweepAsync(default);

        Assert.Equal(["m2", "m3"], (await desk.ListAsync(Leader)).Select(message => message.Id));
        Assert.Empty(await desk.ListAsync(Leader with { Roles = [CaseFlow.Runtime.Directory.Roles.Caseworker] }));
        Assert.True(await desk.SendAgainAsync(Leader, "m2", "the case is opened again"));
        Assert.True(await desk.DropAsync(Leader, "m3", "paid twice"));
        Assert.False(await desk.DropAsync(Leader, "m3", "paid twice"));
        Assert.Empty(await desk.ListAsync(Leader));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(bureau.Time.Now.AddDays(14), (await context.Messages.SingleAsync()).ExpiresAt);
        Assert.Equal(
            ["message-dropped paid (o1): paid twice", "message-sent-again paid (o1): the case is opened again"],
            (await context.OfficeActs.ToListAsync()).Select(act => $"{act.Act} {act.Subject}: {act.Reason}").Order(StringComparer.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_case_that_is_broken_does_not_hold_up_the_messages_of_others(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var messenger = bureau.Get<Messenger>();
        await messenger.SendAsync(Paid("m1", "o1"));
        bureau.Time.Advance(TimeSpan.FromSeconds(1));
        await messenger.SendAsync(Paid("m2", "o2"));
        var (bad, good) = ((await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))))).State, (await bureau.StartAsync("order", Variables(("order", FeelValue.From("o2"))))).State);
        await bureau.CompleteAsync(bad);
        await bureau.CompleteAsync(good);
        await SpoilAsync(bureau, bad.CaseId);

        Assert.Equal(1, await messenger.SweepAsync(default));

        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(good.CaseId)).Status);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Messages_that_nobody_can_take_hold_up_none_behind_them(DatabaseProvider provider)
    {
        const int Broken = 150;
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var messenger = bureau.Get<Messenger>();
        for (var n = 0; n < Broken; n++) await messenger.SendAsync(Paid($"m{n}", $"o{n}"));
        bureau.Time.Advance(TimeSpan.FromSeconds(1));
        await messenger.SendAsync(Paid("last", "last"));
        var cases = new List<Guid>();
        for (var n = 0; n < Broken; n++) cases.Add((await bureau.CompleteAsync((await bureau.StartAsync("order", Variables(("order", FeelValue.From($"o{n}"))))).State)).State.CaseId);
        await using (var context = bureau.Database.OpenUnscoped())
            await context.Cases.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.Snapshot, "{}"u8.ToArray()));
        cases.ForEach(bureau.Get<CaseStore>().Forget);
        var good = (await bureau.CompleteAsync((await bureau.StartAsync("order", Variables(("order", FeelValue.From("last"))))).State)).State;

        Assert.Equal(1, await messenger.SweepAsync(default));

        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(good.CaseId)).Status);
        await using var after = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(Broken, await after.Messages.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Who_sends_an_expired_message_again_is_told_so_until_a_person_puts_it_back(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var (messenger, message) = (bureau.Get<Messenger>(), Paid("m1", "o1") with { TimeToLive = TimeSpan.FromHours(1) });
        await messenger.SendAsync(message);
        Assert.Equal(MessageFate.TakenBefore, (await messenger.SendAsync(message)).Fate);

        bureau.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(MessageFate.Expired, (await messenger.SendAsync(message)).Fate);
        await messenger.SweepAsync(default);
        Assert.Equal(MessageFate.Expired, (await messenger.SendAsync(message)).Fate);

        Assert.True(await bureau.Get<MessageDesk>().SendAgainAsync(Leader, "m1", "the case is opened again"));
        Assert.Equal(MessageFate.TakenBefore, (await messenger.SendAsync(message)).Fate);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Lists_a_message_nobody_waited_for_when_its_time_ends(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        var messenger = bureau.Get<Messenger>();
        await messenger.SendAsync(Paid("m1", "o1") with { TimeToLive = TimeSpan.FromHours(1) });

        bureau.Time.Advance(TimeSpan.FromHours(1));
        await messenger.SweepAsync(default);
        var started = await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))));
        await bureau.CompleteAsync(started.State);

        Assert.Equal(0, await messenger.SweepAsync(default));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(bureau.Time.Now, (await context.Messages.SingleAsync()).ExpiredAt);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Does_not_cross_tenants(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await TwoWaitingAsync(bureau);

        Assert.Equal(MessageFate.Waiting, (await bureau.Get<Messenger>().SendAsync(Paid("m1", "o1") with { Tenant = "t2" })).Fate);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Starts_a_case_once_by_a_message(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("ordered", Bpmn(
            $"""
             <bpmn:startEvent id="s"><bpmn:messageEventDefinition id="md" messageRef="ordered" /></bpmn:startEvent>
             {Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
             """,
            """<bpmn:message id="ordered" name="ordered" />"""));
        var message = Paid("m1", null) with { Name = "ordered" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bureau.Get<Messenger>().SendAsync(message))));

        Assert.Equal(1, outcomes.Count(outcome => outcome.Fate is MessageFate.CaseStarted));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var opened = await context.Cases.SingleAsync();
        Assert.Equal(FeelValue.From(5), (await bureau.StateAsync(opened.Id)).Variables.Find("sum"));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Throws_a_message_from_one_case_to_another_through_the_outbox(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        var (one, _) = await TwoWaitingAsync(bureau);
        await bureau.PublishAsync("payer", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "t")}
             <bpmn:intermediateThrowEvent id="t"><bpmn:extensionElements><caseflow:correlation key="o1" /></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="paid" /></bpmn:intermediateThrowEvent>
             {Flow("t", "e")}<bpmn:endEvent id="e" />
             """,
            """<bpmn:message id="paid" name="paid" />"""));
        await bureau.StartAsync("payer");

        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(one)).Status);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Broadcasts_a_signal_to_every_case_once(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        const string signal = """<bpmn:signal id="storm" name="storm" />""";
        await bureau.PublishAsync("listener", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "m")}
             <bpmn:intermediateCatchEvent id="m"><bpmn:signalEventDefinition id="sd" signalRef="storm" /></bpmn:intermediateCatchEvent>{Flow("m", "m2")}
             <bpmn:intermediateCatchEvent id="m2"><bpmn:signalEventDefinition id="sd2" signalRef="storm" /></bpmn:intermediateCatchEvent>{Flow("m2", "e")}
             <bpmn:endEvent id="e" />
             """,
            signal));
        var cases = new List<Guid>();
        for (var i = 0; i < 5; i++) cases.Add((await bureau.StartAsync("listener")).State.CaseId);
        var tower = bureau.Get<SignalTower>();

        Assert.Equal(5, await tower.BroadcastAsync(Tenant, "b1", "storm", FeelContext.Empty, Actor.System, default));
        Assert.Equal(0, await tower.BroadcastAsync(Tenant, "b1", "storm", FeelContext.Empty, Actor.System, default));
        Assert.Equal(5, await tower.BroadcastAsync(Tenant, "b2", "storm", FeelContext.Empty, Actor.System, default));
        foreach (var caseId in cases) Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(caseId)).Status);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_signal_that_one_case_can_not_take_reaches_the_others_and_is_broadcast_again_until_it_can(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("listener", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "m")}
             <bpmn:intermediateCatchEvent id="m"><bpmn:signalEventDefinition id="sd" signalRef="storm" /></bpmn:intermediateCatchEvent>{Flow("m", "e")}<bpmn:endEvent id="e" />
             """,
            """<bpmn:signal id="storm" name="storm" />"""));
        var cases = new List<Guid>();
        for (var i = 0; i < 3; i++) cases.Add((await bureau.StartAsync("listener")).State.CaseId);
        var whole = await SnapshotAsync(bureau, cases[1]);
        await SpoilAsync(bureau, cases[1]);
        var tower = bureau.Get<SignalTower>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => tower.BroadcastAsync(Tenant, "b1", "storm", FeelContext.Empty, Actor.System, default));
        foreach (var caseId in new[] { cases[0], cases[2] }) Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(caseId)).Status);
        await SpoilAsync(bureau, cases[1], whole);

        Assert.Equal(1, await tower.BroadcastAsync(Tenant, "b1", "storm", FeelContext.Empty, Actor.System, default));
        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(cases[1])).Status);
    }

    /// <summary>Of two nodes that are sent it at once, one delivers it and the other finds nothing that waits: whichever is first, no row is left to be told as expired.</summary>
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, true)]
    [InlineData(DatabaseProvider.Sqlite, false)]
    [InlineData(DatabaseProvider.Postgres, true)]
    [InlineData(DatabaseProvider.Postgres, false)]
    public async Task A_message_that_is_stored_while_it_is_delivered_is_not_left(DatabaseProvider provider, bool first)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        await bureau.CompleteAsync((await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))))).State);
        bool? kept = null;
        var messenger = new Messenger(
            bureau.Get<MessageWaits>(), bureau.Get<MessageStore>(), bureau.Get<CaseRunner>(), bureau.Get<CaseOpener>(), new At(first ? FaultPoints.BeforeDelivery : FaultPoints.AfterDelivery, Keep));

        Assert.Equal(MessageFate.Delivered, (await messenger.SendAsync(Paid("m1", "o1"))).Fate);

        Assert.Equal(first, kept);
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(0, await context.Messages.IgnoreQueryFilters().CountAsync());

        void Keep() => kept = Task.Run(() => bureau.Get<MessageStore>().KeepAsync(Paid("m1", "o1"), bureau.Time.Now, bureau.Time.Now.AddDays(1), default)).GetAwaiter().GetResult();
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_message_that_was_taken_is_never_told_as_expired(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("order", Waiting);
        await bureau.CompleteAsync((await bureau.StartAsync("order", Variables(("order", FeelValue.From("o1"))))).State);
        var messenger = bureau.Get<Messenger>();
        await messenger.SendAsync(Paid("m1", "o1"));
        await messenger.SendAsync(Paid("m2", "o2"));
        await using (var context = bureau.Database.OpenUnscoped())
        {
            // A node died between storing m1 and seeing that another one had delivered it.
            var left = await context.Messages.IgnoreQueryFilters().AsNoTracking().SingleAsync();
            left.Id = "m1";
            context.Messages.Add(left);
            await context.SaveChangesAsync();
        }

        bureau.Time.Advance(TimeSpan.FromDays(15));
        await messenger.SweepAsync(default);

        Assert.Equal(["m2"], (await bureau.Get<MessageDesk>().ListAsync(Leader)).Select(row => row.Id));
    }

    private static async Task<byte[]> SnapshotAsync(Bureau bureau, Guid caseId)
    {
        await using var context = bureau.Database.OpenUnscoped();
        return await context.Cases.IgnoreQueryFilters().Where(row => row.Id == caseId).Select(row => row.Snapshot).SingleAsync();
    }

    private static Message Paid(string id, string? order) => new(Tenant, id, "paid", order, Variables(("sum", FeelValue.From(5))), Actor.System);

    /// <param name="snapshot">Null: one that can't be read.</param>
    private static async Task SpoilAsync(Bureau bureau, Guid caseId, byte[]? snapshot = null)
    {
        await using var context = bureau.Database.OpenUnscoped();
        await context.Cases.IgnoreQueryFilters().Where(row => row.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Snapshot, snapshot ?? "{}"u8.ToArray()));
        bureau.Get<CaseStore>().Forget(caseId);
    }

    private static async Task<(Guid One, Guid Two)> TwoWaitingAsync(Bureau bureau, string one = "o1", string two = "o2")
    {
        await bureau.PublishAsync("order", Waiting);
        var first = await bureau.StartAsync("order", Variables(("order", FeelValue.From(one))));
        var second = await bureau.StartAsync("order", Variables(("order", FeelValue.From(two))));
        await bureau.CompleteAsync(first.State);
        await bureau.CompleteAsync(second.State);
        return (first.State.CaseId, second.State.CaseId);
    }
}
