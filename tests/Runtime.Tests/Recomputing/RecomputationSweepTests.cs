using CaseFlow.Engine.Events;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Recomputing;

[Collection(PostgresCollection.Name)]
public sealed class RecomputationSweepTests(PostgresCluster cluster)
{
    private static readonly Reader Admin = new("admin1", "Admin", Tenant, "", "", [Roles.Admin], []);

    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Gives_open_clocks_of_a_changed_calendar_new_due_times_and_counts_them_right_after_a_kill(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider);
        for (var i = 0; i < 120; i++) await bureau.StartAsync("day");
        var night = (await bureau.StartAsync("night")).State;
        var closed = (await bureau.StartAsync("day")).State;
        await bureau.CompleteAsync(closed);
        var due = night.Clocks.Values.Single().Due;

        Assert.Null(await bureau.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", """, "off": [{ "date": "2026-11-24", "name": { "zh-CN": "停", "en": "Closed" } }]"""), Office("office"), "snow"));
        Assert.Equal(0, await bureau.Get<RecomputationSweep>().SweepAsync(default));
        bureau.Time.Advance(TimeSpan.FromMinutes(1));
        var dies = ActivatorUtilities.CreateInstance<RecomputationSweep>(bureau.Get<IServiceProvider>(), new DyingAfter(110));
        await Assert.ThrowsAnyAsync<Exception>(() => dies.SweepAsync(default));
        var between = Assert.Single(await bureau.Get<CalendarDesk>().RecomputationsAsync(Admin));
        bureau.Time.Advance(TimeSpan.FromMinutes(2));
        await bureau.Get<RecomputationSweep>().SweepAsync(default);

        Assert.Equal((121, 100, false), (between.CasesToSee, between.CasesSeen, between.FinishedAt is not null));
        Assert.InRange(between.ClocksChanged, 99, 100);
        var done = Assert.Single(await bureau.Get<CalendarDesk>().RecomputationsAsync(Admin));
        Assert.Equal((121, 120, 120, 0, true), (done.CasesSeen, done.CasesChanged, done.ClocksChanged, done.CasesFailed, done.FinishedAt is not null));
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(120, await context.CaseEvents.CountAsync(e => e.Type == "clock-changed" && e.ActorId == "admin1" && e.Cause == "recompute-clocks"));
        Assert.Equal(due, (await context.Clocks.SingleAsync(clock => clock.CaseId == night.CaseId)).Due);
        Assert.Equal(120, await context.Clocks.CountAsync(clock => clock.Due == due.AddDays(1)));
        Assert.Equal(0, await context.CaseEvents.CountAsync(e => e.CaseId == closed.CaseId && e.Type == "clock-changed"));
        Assert.Equal("snow", (await context.OfficeActs.SingleAsync()).Reason);
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_node_that_drains_leaves_the_rest_to_another_one_at_once(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider);
        for (var i = 0; i < 120; i++) await bureau.StartAsync("day");
        await bureau.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", """, "off": [{ "date": "2026-11-24", "name": { "zh-CN": "停", "en": "Closed" } }]"""), Office("office"), "snow");
        bureau.Time.Advance(TimeSpan.FromMinutes(1));
        await using var other = await bureau.SecondNodeAsync();
        other.Time.Now = bureau.Time.Now;
        var drains = ActivatorUtilities.CreateInstance<RecomputationSweep>(
            bureau.Get<IServiceProvider>(), new At(FaultPoints.ClocksRecomputed, () => bureau.Get<NodeState>().Ask(drain: true)));

        Assert.Equal(100, await drains.SweepAsync(default));
        Assert.Equal(0, await drains.SweepAsync(default));
        Assert.Equal(20, await other.Get<RecomputationSweep>().SweepAsync(default));

        var done = Assert.Single(await bureau.Get<CalendarDesk>().RecomputationsAsync(Admin));
        Assert.Equal((120, 120, 0, true), (done.CasesSeen, done.CasesChanged, done.CasesFailed, done.FinishedAt is not null));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Tells_both_due_times_and_the_reason_on_the_timeline(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider);
        var state = (await bureau.StartAsync("day")).State;
        await bureau.Get<CalendarDesk>().SaveAsync(Admin, "office", Office("office", """, "off": [{ "date": "2026-11-24", "name": { "zh-CN": "停", "en": "Closed" } }]"""), Office("office"), "snow");
        bureau.Time.Advance(TimeSpan.FromMinutes(1));
        await bureau.Get<RecomputationSweep>().SweepAsync(default);

        var changed = Assert.IsType<ClockChanged>((await EventsAsync(bureau, state.CaseId)).Single(e => e is ClockChanged));
        Assert.Equal(("recomputed", "snow", state.Clocks.Values.Single().Due, state.Clocks.Values.Single().Due.AddDays(1)), (changed.How, changed.Reason, changed.DueBefore, changed.Clock.Due));
        Assert.Equal("recomputed: snow (2026-11-25 09:00 → 2026-11-26 09:00)", EventReason.Of(changed, await bureau.Get<UnitDirectory>().SnapshotAsync(Tenant, default)));
    }

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Follows_the_settings_of_a_flow_when_an_admin_asks(DatabaseProvider provider)
    {
        await using var bureau = await OpenAsync(provider);
        var state = (await bureau.StartAsync("day")).State;
        await bureau.PublishAsync("day", Clocked("office", amount: 1));
        await bureau.Get<CaseRunner>().AdvanceAsync(state.CaseId, new Engine.Commands.MigrateCase(Engine.Actor.Staff("a"), state.Flow, new("day", 2), Engine.Migrating.MigrationMap.Of([]), "law"));
        await bureau.Get<CalendarDesk>().FollowSettingsAsync(Admin, "day", "new law");
        bureau.Time.Advance(TimeSpan.FromMinutes(1));

        await bureau.Get<RecomputationSweep>().SweepAsync(default);

        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        Assert.Equal(state.Clocks.Values.Single().Due.AddDays(-1), (await context.Clocks.SingleAsync()).Due);
    }

    [Fact]
    public async Task Refuses_what_is_no_calendar_and_what_somebody_else_changed()
    {
        await using var bureau = await OpenAsync(DatabaseProvider.Sqlite);
        var desk = bureau.Get<CalendarDesk>();

        Assert.Equal("reason-missing", (await desk.SaveAsync(Admin, "office", "{}", Office("office"), " "))?.Code);
        Assert.Equal("changed-meanwhile", (await desk.SaveAsync(Admin, "office", Office("office"), "{}", "x"))?.Code);
        Assert.Equal("office: $.id: Expected 'office', but found 'other'.", (await desk.SaveAsync(Admin, "office", Office("other"), Office("office"), "x"))?.Message);
        Assert.StartsWith("office: $: Expected a property 'name'", (await desk.SaveAsync(Admin, "office", """{ "kind": "calendar", "id": "office" }""", Office("office"), "x"))?.Message ?? "", StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ListAsync(Admin with { Roles = [Roles.Supervisor] }));
        Assert.Empty(await desk.RecomputationsAsync(Admin));
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider)
    {
        var bureau = await cluster.OpenAsync(provider);
        await using (var context = bureau.Database.Open(ReadScope.Whole(Tenant)))
        {
            context.Calendars.Add(new CalendarRecord { Tenant = Tenant, Id = "office", Content = Office("office"), IsDefault = true });
            context.Calendars.Add(new CalendarRecord { Tenant = Tenant, Id = "night", Content = Office("night"), IsDefault = false });
            await context.SaveChangesAsync();
        }

        await bureau.PublishAsync("day", Clocked("office", amount: 2));
        await bureau.PublishAsync("night", Clocked("night", amount: 2));
        return bureau;
    }

    private static string Clocked(string calendar, int amount) => Bpmn(
        $"""
         <bpmn:extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="{amount}" calendar="{calendar}" /></bpmn:extensionElements>
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);

    private static string Office(string id, string more = "") =>
        $$"""
          { "kind": "calendar", "id": "{{id}}", "name": { "zh-CN": "办公", "en": "Office" }, "zone": "Asia/Shanghai",
            "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] }{{more}} }
          """;

    private static async Task<List<CaseEvent>> EventsAsync(Bureau bureau, Guid caseId)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return [.. (await context.CaseEvents.Where(e => e.CaseId == caseId).OrderBy(e => e.Sequence).ToListAsync()).Select(e => EventJson.Read(e.Type, e.Payload))];
    }

    private sealed class DyingAfter(int cases) : FaultPoints
    {
        private int _left = cases;

        public override void Reached(string point)
        {
            if (point == ClocksRecomputed && Interlocked.Decrement(ref _left) < 0) throw new InvalidOperationException("killed");
        }
    }
}
