using CaseFlow.Activities;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Outbox;

[Collection(PostgresCollection.Name)]
public sealed class DeadLetterDeskTests(PostgresCluster cluster)
{
    private static readonly Reader Leader = new("leader1", "Leader", Tenant, "", "", [Roles.Supervisor], []);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sends_again_what_was_given_up_and_the_case_goes_on(DatabaseProvider provider)
    {
        var texts = new List<string>();
        await using var bureau = await OpenAsync(provider, texts);
        var (caseId, letter) = await DeadAsync(bureau);

        Assert.IsType<Done>(await bureau.Get<DeadLetterDesk>().ResendAsync(Leader, letter.Key, letter.Payload, "line is back"));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Equal(["hello"], texts);
        Assert.Equal(CaseStatus.Completed, (await bureau.StateAsync(caseId)).Status);
        Assert.Equal(["leader1 resent notify-reporter: line is back"], await ActsAsync(bureau, caseId));
        Assert.Empty((await bureau.Get<DeadLetterDesk>().ListAsync(Leader)).Rows);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Sends_the_mended_text(DatabaseProvider provider)
    {
        var texts = new List<string>();
        await using var bureau = await OpenAsync(provider, texts);
        var (caseId, letter) = await DeadAsync(bureau);
        var desk = bureau.Get<DeadLetterDesk>();
        var other = letter.Payload.Replace("\"attempt\":1", "\"attempt\":2", StringComparison.Ordinal);

        Assert.Equal("payload", Assert.IsType<Refused>(await desk.ResendAsync(Leader, letter.Key, "{", "typo")).Code);
        Assert.Equal("Expected the job's key, element, activity and attempt to stay as they are.", Assert.IsType<Refused>(await desk.ResendAsync(Leader, letter.Key, other, "typo")).Message);
        Assert.Equal("reason-missing", Assert.IsType<Refused>(await desk.ResendAsync(Leader, letter.Key, letter.Payload, " ")).Code);
        Assert.IsType<Done>(await desk.ResendAsync(Leader, letter.Key, letter.Payload.Replace("hello", "good day", StringComparison.Ordinal), "typo"));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Equal(["good day"], texts);
        Assert.Equal(["leader1 mended notify-reporter: typo"], await ActsAsync(bureau, caseId));
        Assert.Equal("not-found", Assert.IsType<Refused>(await desk.DropAsync(Leader, letter.Key, "again")).Code);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Dropping_leaves_an_incident_where_a_step_waited(DatabaseProvider provider)
    {
        var texts = new List<string>();
        await using var bureau = await OpenAsync(provider, texts);
        var (caseId, letter) = await DeadAsync(bureau);

        Assert.IsType<Done>(await bureau.Get<DeadLetterDesk>().DropAsync(Leader, letter.Key, "told by phone"));
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);

        Assert.Empty(texts);
        Assert.Equal("job-failed", (await bureau.StateAsync(caseId)).Incidents.Values.Single().Code);
        Assert.Equal(["leader1 dropped notify-reporter: told by phone"], await ActsAsync(bureau, caseId));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(0, await context.Outbox.CountAsync());
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Lets_one_of_two_leaders_deal_with_it_at_the_same_moment(DatabaseProvider provider)
    {
        var texts = new List<string>();
        await using var bureau = await OpenAsync(provider, texts);
        await using var other = await bureau.SecondNodeAsync();
        var (caseId, letter) = await DeadAsync(bureau);
        var (one, two) = (bureau.Get<DeadLetterDesk>(), other.Get<DeadLetterDesk>());
        // Both have it before them.
        var (seen, alsoSeen) = (await one.FindAsync(Leader, letter.Key), await two.FindAsync(Leader, letter.Key));

        var outcomes = await Task.WhenAll(
            Task.Run(() => one.ResendAsync(Leader, seen!, null, "line is back")),
            Task.Run(() => two.DropAsync(Leader, alsoSeen!, "told by phone")));
        var late = await two.ResendAsync(Leader, alsoSeen!, null, "again");

        Assert.Equal("already-handled", Assert.Single(outcomes.OfType<Refused>()).Code);
        Assert.Equal("already-handled", Assert.IsType<Refused>(late).Code);
        var resent = outcomes[0] is Done;
        Assert.Equal([resent ? "leader1 resent notify-reporter: line is back" : "leader1 dropped notify-reporter: told by phone"], await ActsAsync(bureau, caseId));
        Assert.Equal(resent ? 0 : 1, (await other.StateAsync(caseId)).Incidents.Count);
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(resent ? ["hello"] : [], texts);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Leaves_alone_what_was_sent_again_and_is_under_way(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider, []);
        var (caseId, letter) = await DeadAsync(bureau);
        var desk = bureau.Get<DeadLetterDesk>();
        var seen = await desk.FindAsync(Leader, letter.Key);
        await desk.ResendAsync(Leader, seen!, null, "line is back");

        Assert.Equal("already-handled", Assert.IsType<Refused>(await desk.DropAsync(Leader, seen!, "told by phone")).Code);

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Null((await context.Outbox.SingleAsync()).DeadAt);
        Assert.Empty((await bureau.StateAsync(caseId)).Incidents);
    }

    [Fact]
    public async Task Shows_nothing_to_others_nor_of_other_units()
    {
        await using var bureau = await OpenAsync(DatabaseProvider.Sqlite, []);
        var (_, letter) = await DeadAsync(bureau);
        var desk = bureau.Get<DeadLetterDesk>();

        foreach (var reader in new[] { Leader with { Roles = [Roles.Caseworker] }, Leader with { Tenant = "t2" }, Leader with { UnitPath = "d9/" } })
        {
            Assert.Empty((await desk.ListAsync(reader)).Rows);
            Assert.Equal("not-found", Assert.IsType<Refused>(await desk.DropAsync(reader, letter.Key, "x")).Code);
        }

        Assert.Single((await desk.ListAsync(Leader)).Rows);
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider, List<string> texts)
    {
        var bureau = await cluster.OpenAsync(provider, new ScriptedActivity(call =>
        {
            texts.Add(call.Settings["text"]!.GetValue<string>());
            return ActivityResult.Done;
        }));
        await bureau.PublishAsync("work", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "work")}
             <bpmn:serviceTask id="work"><bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">hello</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>
             {Flow("work", "e")}<bpmn:endEvent id="e" />
             """));
        return bureau;
    }

    private static async Task<(Guid CaseId, DeadLetterRow Letter)> DeadAsync(Bureau bureau)
    {
        var caseId = (await bureau.StartAsync("work")).State.CaseId;
        await using var context = bureau.Database.OpenUnscoped();
        var now = bureau.Time.Now;
        await context.Outbox.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadAt, now).SetProperty(row => row.Attempts, 10));
        Assert.Equal(0, await bureau.Get<OutboxDispatcher>().SweepAsync(default));
        return (caseId, Assert.Single((await bureau.Get<DeadLetterDesk>().ListAsync(Leader)).Rows));
    }

    private static async Task<List<string>> ActsAsync(Bureau bureau, Guid caseId)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var rows = await context.CaseEvents.Where(e => e.CaseId == caseId && e.Type == "dead-letter-handled").OrderBy(e => e.Sequence).ToListAsync();
        return [.. rows.Select(row => (row.ActorId, Event: (DeadLetterHandled)EventJson.Read(row.Type, row.Payload))).Select(act => $"{act.ActorId} {act.Event.How} {act.Event.What}: {act.Event.Reason}")];
    }
}
