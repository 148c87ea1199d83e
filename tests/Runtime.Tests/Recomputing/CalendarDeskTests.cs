using CaseFlow.Engine.Clocks;
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

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_what_a_change_would_do_before_it_is_saved(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await AddAsync(bureau, "holidays", Holidays("2026-12-24", "2026-12-25"), isDefault: false);
        await AddAsync(bureau, "office", Office("office", more: """, "holidays": ["holidays"]"""));
        await AddAsync(bureau, "night", Office("night"), isDefault: false);
        await bureau.PublishAsync("day", Clocked(""));
        await bureau.PublishAsync("late", Clocked("calendar=\"night\""));
        var desk = bureau.Get<CalendarDesk>();
        foreach (var flow in (string[])["day", "day", "day", "late"]) await bureau.StartAsync(flow);
        await bureau.CompleteAsync((await bureau.StartAsync("day")).State);

        var list = await desk.PreviewAsync(Admin, "holidays", Holidays("2026-12-25", "2026-12-27"));
        var office = await desk.PreviewAsync(Admin, "office", Office("office", "Asia/Tokyo", "10:00-18:00"));
        var night = await desk.PreviewAsync(Admin, "night", Office("night").Replace("办公", "夜间", StringComparison.Ordinal));
        var wrong = await desk.PreviewAsync(Admin, "office", Office("office", week: "10:00-1:00"));

        Assert.Equal((3, "办公"), (list.OpenClocks, Assert.Single(list.Calendars).Text));
        Assert.Equal(["2026-12-24..2026-12-24 off:ordinary", "2026-12-26..2026-12-27 ordinary:off"], list.Days.Select(Told));
        Assert.Equal((3, new ZoneChange("Asia/Shanghai", "Asia/Tokyo"), "09:00-17:00", "10:00-18:00"), (office.OpenClocks, office.Zone, $"{Assert.Single(office.Week).Before}", $"{office.Week[0].After}"));
        Assert.Equal(["2026-12-24..2026-12-25 off:ordinary"], office.Days.Select(Told));
        Assert.Equal((1, true), (night.OpenClocks, night.ChangesNothing));
        Assert.Equal(("calendar", "$.week.mon[0]"), (wrong.Refusal?.Code, wrong.Refusal?.Path));
        Assert.Equal(Office("night"), (await desk.ListAsync(Admin)).Single(row => row.Id == "night").Content);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.PreviewAsync(Admin with { Roles = [Roles.Supervisor] }, "office", Office("office")));
    }

    private static string Told(DayChange change) => $"{change.From:yyyy-MM-dd}..{change.To:yyyy-MM-dd} {Told(change.Before)}:{Told(change.After)}";

    private static string Told(SpecialDay? day) => day is null ? "ordinary" : day.IsWorkingDay ? "working" : "off";

    /// <summary>Also on record: one change, for which clocks are worked out anew once.</summary>
    private static async Task AssertOneWasFasterAsync(Bureau bureau, CalendarRefusal?[] answers, string id, string zone, string otherZone)
    {
        Assert.Equal("changed-meanwhile", Assert.Single(answers, answer => answer is not null)!.Code);
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(Office(id, answers[0] is null ? zone : otherZone), (await context.Calendars.SingleAsync(row => row.Id == id)).Content);
        Assert.Equal(1, await context.OfficeActs.CountAsync());
        Assert.Equal((await context.OfficeActs.SingleAsync()).Reason, Assert.Single(await bureau.Get<CalendarDesk>().RecomputationsAsync(Admin)).Reason);
    }

    private static async Task AddAsync(Bureau bureau, string id, string content, bool isDefault = true)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        context.Calendars.Add(new CalendarRecord { Tenant = Tenant, Id = id, Content = content, IsDefault = isDefault });
        await context.SaveChangesAsync();
    }

    private static string Office(string id, string zone = "Asia/Shanghai", string week = "09:00-17:00", string more = "") =>
        $$"""{ "kind": "calendar", "id": "{{id}}", "name": { "zh-CN": "办公", "en": "Office" }, "zone": "{{zone}}", "week": { "mon": ["{{week}}"] }{{more}} }""";

    private static string Holidays(string from, string to) =>
        $$"""
          { "kind": "holidays", "id": "holidays", "name": { "zh-CN": "假", "en": "Holidays" }, "years": [2026],
            "notices": [{ "title": "n", "off": [{ "from": "{{from}}", "to": "{{to}}", "name": { "zh-CN": "假", "en": "Holiday" } }] }] }
          """;

    private static string Clocked(string calendar) => Bpmn(
        $"""
         <bpmn:extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="2" {calendar} /></bpmn:extensionElements>
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);
}
