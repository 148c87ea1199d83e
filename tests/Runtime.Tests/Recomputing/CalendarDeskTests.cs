using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Recomputing;

[Collection(PostgresCollection.Name)]
public sealed class CalendarDeskTests(PostgresCluster cluster)
{
    private static readonly Reader Admin = new("admin1", "Admin", Tenant, "", "", [Roles.Admin], []);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_the_second_of_two_admins_who_change_a_calendar_at_the_same_moment(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var other = await bureau.SecondNodeAsync();
        await AddAsync(bureau, "office", Office("office"));

        var answers = await SavesTogether.RunAsync(
            () => bureau.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", "Asia/Tokyo"), Office("office"), "moved east"),
            () => other.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", "Asia/Urumqi"), Office("office"), "moved west"));

        await AssertOneWasFasterAsync(bureau, answers, "office", "Asia/Tokyo", "Asia/Urumqi");
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_the_second_of_two_admins_who_add_a_calendar_at_the_same_moment(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await using var other = await bureau.SecondNodeAsync();
        await AddAsync(bureau, "first", Office("first"));

        var answers = await SavesTogether.RunAsync(
            () => bureau.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", "Asia/Tokyo"), null, "new in the east"),
            () => other.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", "Asia/Urumqi"), null, "new in the west"));

        await AssertOneWasFasterAsync(bureau, answers, "office", "Asia/Tokyo", "Asia/Urumqi");
    }

    /// <summary>Also on record: one change, for which clocks are worked out anew once.</summary>
    private static async Task AssertOneWasFasterAsync(Bureau bureau, CalendarRefusal?[] answers, string id, string zone, string otherZone)
    {
        Assert.Equal("changed-meanwhile", Assert.Single(answers, answer => answer is not null)!.Code);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(Office(id, answers[0] is null ? zone : otherZone), (await context.Calendars.SingleAsync(row => row.Id == id)).Content);
        Assert.Equal(1, await context.OfficeActs.CountAsync());
        Assert.Equal((await context.OfficeActs.SingleAsync()).Reason, Assert.Single(await bureau.Get<CalendarDesk>().RecomputationsAsync(Admin)).Reason);
    }

    private static async Task AddAsync(Bureau bureau, string id, string content)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        context.Calendars.Add(new CalendarRecord { Tenant = Tenant, Id = id, Content = content, IsDefault = true });
        await context.SaveChangesAsync();
    }

    private static string Office(string id, string zone = "Asia/Shanghai") =>
        $$"""{ "kind": "calendar", "id": "{{id}}", "name": { "zh-CN": "办公", "en": "Office" }, "zone": "{{zone}}", "week": { "mon": ["09:00-17:00"] } }""";
}
