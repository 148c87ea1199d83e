using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Messages;

[Collection(PostgresCollection.Name)]
public sealed class MessageDeskTests(PostgresCluster cluster)
{
    private static readonly Reader Leader = new("leader1", "Leader", Tenant, "", "", [Roles.Supervisor], []);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Lets_one_of_two_leaders_deal_with_it_at_the_same_moment(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var other = await bureau.SecondNodeAsync();
        await ExpireAsync(bureau);

        var answers = await SavesTogether.RunAsync(
            () => bureau.Get<MessageDesk>().SendAgainAsync(Leader, "m1", "the case is open now"),
            () => other.Get<MessageDesk>().DropAsync(Leader, "m1", "nobody waits"));

        Assert.Single(answers, done => done);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(answers[0] ? "message-sent-again" : "message-dropped", (await context.OfficeActs.SingleAsync()).Act);
        Assert.Equal(answers[0] ? 1 : 0, await context.Messages.CountAsync(row => row.ExpiredAt == null));
        Assert.Empty(await other.Get<MessageDesk>().ListAsync(Leader));
    }

    private static async Task ExpireAsync(Bureau bureau)
    {
        await bureau.Get<Messenger>().SendAsync(new Message(Tenant, "m1", "paid", "o1", new FeelContext([]), Actor.System));
        bureau.Time.Advance(TimeSpan.FromDays(15));
        await bureau.Get<Messenger>().SweepAsync(default);
        Assert.Single(await bureau.Get<MessageDesk>().ListAsync(Leader));
    }
}
