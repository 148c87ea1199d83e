using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Tests.Queries;

public sealed class CaseQueriesTests
{
    [Fact]
    public async Task Shows_a_case_whole_with_personal_data_masked()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1", ("name", "王小明"), ("phone", "13800000001"), ("urgency", "urgent"), ("description", "坏了三天"));

        var view = (await bureau.ViewAsync("s1-handler1", received.Number))!;

        Assert.Equal(("路灯不亮", "坏了三天", "urgent", "s1", "Active"), (view.Title, view.Description, view.Urgency, view.Unit, view.Status));
        Assert.Equal(("王**", "138****0001", null, true), (view.Reporter!.Name, view.Reporter.Phone, view.Reporter.Address, view.Reporter.Masked));
        Assert.Equal([("accepting", "done", 1), ("handling", "current", 1)], view.Stages.Select(stage => (stage.ElementId, stage.Status, stage.Round)));
        Assert.Equal([("answer", "running", true), ("inside", "running", false)], view.Clocks.Select(clock => (clock.ClockId, clock.Status, clock.Public)));
        Assert.Equal(
            [("Title", "路灯不亮"), ("Details", "坏了三天"), ("Urgency", "Urgent"), ("Unit", "Qingyu Sub-district")],
            view.Facts.Select(fact => (fact.Label.In("en"), fact.Value.In("en"))));
        Assert.Equal(["handle", "handling"], view.LiveElements.Order(StringComparer.Ordinal));
        Assert.Equal(["received", "a-start", "register", "a-end", "accepting", "h-start"], view.FinishedElements);
        Assert.StartsWith("<?xml", view.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_each_reader_what_they_may_do_and_why_not()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var claimer = await bureau.ReaderAsync("s1-handler2");

        async Task<(bool, string?, bool, int)> See(string userName)
        {
            var view = (await bureau.ViewAsync(userName, received.Number))!;
            var task = Assert.Single(view.Tasks);
            return (task.MayDo, task.WhyNot, task.MayTransfer, view.Actions.Count);
        }

        Assert.Equal((true, null, true, 1), await See("s1-handler1"));
        Assert.Equal((false, "other-team", true, 1), await See("s1-supervisor"));
        Assert.Equal((false, "other-team", false, 0), await See("auditor"));
        await bureau.Get<WorkDesk>().ClaimAsync(claimer, received.CaseId, await bureau.TaskAsync(received.CaseId, "handle"));
        Assert.Equal((false, "claimed", false, 1), await See("s1-handler1"));
        Assert.Equal(claimer.DisplayName, (await bureau.ViewAsync("s1-station", received.Number))!.Tasks[0].AssigneeName);
    }

    [Fact]
    public async Task Fills_forms_with_what_is_known()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.AskAsync(("grid", "g01"), ("address", "三号院"));

        var task = Assert.Single((await bureau.ViewAsync("s1-intake", received.Number))!.Tasks);

        Assert.Equal([("title", "路灯不亮"), ("unit", "g01")], task.Prefill.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(13, Assert.Single(task.Form!.Fields, field => field.Key == "unit").Options.Length);
    }

    [Theory]
    [InlineData("s1-station", true)]
    [InlineData("supervisor", true)]
    [InlineData("callback1", true)]
    [InlineData("s2-handler1", false)]
    [InlineData("c1-handler", false)]
    public async Task Opens_a_case_only_in_scope(string userName, bool opens)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var (queries, reader) = (bureau.Get<CaseQueries>(), await bureau.ReaderAsync(userName));

        Assert.Equal(opens, await queries.FindAsync(reader, received.Number) is not null);
        Assert.Equal(opens, (await queries.TimelineAsync(reader, received.CaseId)).Count > 0);
        Assert.Equal(opens, (await queries.ListAsync(reader, new CaseFilter())).Rows.Count > 0);
        Assert.Equal(opens, (await queries.ListAsync(reader, new CaseFilter(Text: received.Number))).Rows.Count > 0);
    }

    [Fact]
    public async Task Opens_a_case_of_another_unit_to_those_who_have_a_task_in_it()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var reader = await bureau.ReaderAsync("s2-handler1");
        await bureau.Get<WorkDesk>().TransferAsync(
            await bureau.ReaderAsync("s1-handler1"), received.CaseId, await bureau.TaskAsync(received.CaseId, "handle"), null, new CaseFlow.Runtime.Directory.TeamRef("s2", "handler"), "帮一下");

        Assert.NotNull(await bureau.Get<CaseQueries>().FindAsync(reader, received.Number));
        Assert.Single((await bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Text: received.Number))).Rows);
        Assert.Null(await bureau.ViewAsync("s3-handler1", received.Number));
    }

    [Fact]
    public async Task Shows_nothing_of_another_tenant()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var stranger = await bureau.ReaderAsync("admin") with { Tenant = "elsewhere", UnitPath = "" };

        Assert.Null(await bureau.Get<CaseQueries>().FindAsync(stranger, received.Number));
        Assert.Empty((await bureau.Get<CaseQueries>().ListAsync(stranger, new CaseFilter())).Rows);
        Assert.Empty((await bureau.Get<Inbox>().ListAsync(stranger, new InboxFilter(InboxView.Unit))).Rows);
        Assert.Empty((await bureau.Get<AuditQueries>().EventsAsync(stranger, new AuditFilter())).Rows);
        Assert.Equal("not-found", Assert.IsType<Refused>(await bureau.Get<WorkDesk>().NoteAsync(stranger, received.CaseId, "x", false)).Code);
    }

    [Fact]
    public async Task Lists_open_cases_due_first_and_all_cases_newest_first_page_by_page()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            bureau.Time.Advance(TimeSpan.FromMinutes(1));
            numbers.Add((await bureau.HandledInAsync(i % 2 == 0 ? "s1" : "c4")).Number);
        }

        await Withdraw(bureau, numbers[1]);
        var reader = await bureau.ReaderAsync("supervisor");

        Assert.Equal([numbers[0], numbers[2], numbers[3], numbers[4]], await Numbers(bureau, reader, new CaseFilter(Open: true)));
        Assert.Equal(numbers.AsEnumerable().Reverse(), await Numbers(bureau, reader, new CaseFilter()));
        Assert.Equal([numbers[1]], await Numbers(bureau, reader, new CaseFilter(Open: false)));
        Assert.Equal([numbers[3], numbers[1]], await Numbers(bureau, reader, new CaseFilter(Unit: "s2")));
        Assert.Empty(await Numbers(bureau, await bureau.ReaderAsync("s1-station"), new CaseFilter(Unit: "s2")));
        var closed = Assert.Single((await bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Open: false))).Rows);
        Assert.Equal(("withdrawn", "Withdrawn", null), (closed.Closure, closed.ClosureName?.English, closed.Stage));
    }

    [Fact]
    public async Task Lists_what_is_late()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var late = await bureau.HandledInAsync("s1");
        bureau.Time.Advance(TimeSpan.FromHours(25));
        await bureau.HandledInAsync("s1");

        Assert.Equal([late.Number], await Numbers(bureau, await bureau.ReaderAsync("supervisor"), new CaseFilter(OverdueOnly: true)));
    }

    [Fact]
    public async Task Reveals_the_reporter_for_a_purpose_and_keeps_who_looked()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1", ("name", "王小明"), ("phone", "13800000001"));
        var (queries, handler) = (bureau.Get<CaseQueries>(), await bureau.ReaderAsync("s1-handler1"));

        Assert.Null(await queries.RevealReporterAsync(handler, received.CaseId, " "));
        Assert.Null(await queries.RevealReporterAsync(await bureau.ReaderAsync("s2-handler1"), received.CaseId, "好奇"));
        var person = await queries.RevealReporterAsync(handler, received.CaseId, "约上门时间");

        Assert.Equal(("王小明", "13800000001", false), (person!.Name, person.Phone, person.Masked));
        var readings = (await bureau.Get<AuditQueries>().ReadingsAsync(await bureau.ReaderAsync("auditor"))).Rows;
        Assert.Equal([(handler.DisplayName, received.Number, "约上门时间")], readings.Select(row => (row.ReaderName, row.Number, row.Purpose)));
        Assert.Empty((await bureau.Get<AuditQueries>().ReadingsAsync(handler)).Rows);
    }

    [Fact]
    public async Task Gives_a_document_to_those_who_may_see_its_case()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var (queries, handler) = (bureau.Get<CaseQueries>(), await bureau.ReaderAsync("s1-handler1"));
        await bureau.Get<WorkDesk>().AttachAsync(handler, received.CaseId, "记录.txt", new MemoryStream("现场记录"u8.ToArray()), isPublic: false);
        var id = Assert.Single((await queries.FindAsync(handler, received.Number))!.Documents).Id;

        Assert.Equal("现场记录"u8.ToArray(), (await queries.DocumentAsync(handler, id))!.Content);
        Assert.Null(await queries.DocumentAsync(await bureau.ReaderAsync("s2-handler1"), id));
        Assert.DoesNotContain((await bureau.Get<FollowDesk>().FindAsync(received.Number, received.FollowCode))!.Entries, entry => entry.Kind == "document");
    }

    [Fact]
    public async Task Tells_the_story_in_order_with_names_and_reasons()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var supervisor = await bureau.ReaderAsync("s1-supervisor");
        await bureau.Get<WorkDesk>().TransferAsync(supervisor, received.CaseId, await bureau.TaskAsync(received.CaseId, "handle"), null, new CaseFlow.Runtime.Directory.TeamRef("s2", "handler"), "属地不符");

        var story = await bureau.Get<CaseQueries>().TimelineAsync(supervisor, received.CaseId);

        Assert.Equal(Enumerable.Range(1, story.Count).Select(n => (long)n), story.Select(row => row.Sequence));
        Assert.Equal(("case-started", "帮助", "Reporter", ""), (story[0].Type, story[0].What!.Text, story[0].ActorKind, story[0].ActorName));
        var done = Assert.Single(story, row => row.Type == "task-completed");
        Assert.Equal(("登记", (await bureau.ReaderAsync("dispatch1")).DisplayName), (done.What!.Text, done.ActorName));
        var moved = Assert.Single(story, row => row.Type == "task-transferred");
        Assert.Equal(("处理", supervisor.DisplayName, "白桦街道 handler: 属地不符"), (moved.What!.Text, moved.ActorName, moved.Why));
        Assert.Equal(story.Skip(3).Take(2), await bureau.Get<CaseQueries>().TimelineAsync(supervisor, received.CaseId, from: 4, size: 2));
    }

    private static async Task<List<string>> Numbers(Bureau bureau, CaseFlow.Runtime.Directory.Reader reader, CaseFilter filter)
    {
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await bureau.Get<CaseQueries>().ListAsync(reader, filter, after, size: 2);
            seen.AddRange(page.Rows.Select(row => row.Number));
            after = page.Next;
        }
        while (after is not null);

        return seen;
    }

    private static async Task Withdraw(Bureau bureau, string number)
    {
        var view = (await bureau.ViewAsync("supervisor", number))!;
        await bureau.Get<CaseFlow.Runtime.Running.CaseRunner>().AdvanceAsync(
            view.CaseId, new CaseFlow.Engine.Commands.DeliverMessage(CaseFlow.Engine.Actor.Reporter("p"), await bureau.ActionAsync(view.CaseId, "withdraw"), "m1", CaseFlow.Engine.Feel.FeelContext.Empty));
    }
}
