using CaseFlow.Engine;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Intake;

public sealed class IntakeDeskTests
{
    [Fact]
    public async Task Offers_the_public_flows_with_their_forms()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var service = Assert.Single(await bureau.Get<IntakeDesk>().ServicesAsync(Seeded.Tenant));

        Assert.Equal(("help", 1, "complaint", "Help", "Ask for help."), (service.FlowKey, service.Version, service.Kind, service.Name.English, service.Description?.English));
        Assert.Equal(36, Assert.Single(service.Form!.Fields, field => field.Key == "grid").Options.Length);
    }

    [Fact]
    public async Task Starts_a_case_with_a_number_a_code_and_promises()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var received = await bureau.AskAsync(("grid", "g17"), ("name", "王小明"), ("phone", "138 0000 0001"));

        Assert.Equal("261123-00001", received.Number);
        Assert.Matches("^[0-9]{8}$", received.FollowCode);
        Assert.Equal([("答复", bureau.Time.Now.AddHours(24))], received.Promises.Select(promise => (promise.Name.Text, promise.Due)));
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var row = await context.Cases.SingleAsync();
        Assert.Equal(("g17", "d1/s2/c5/g17/", "路灯不亮", "complaint", "web"), (row.UnitCode, row.UnitPath, row.Title, row.Kind, row.Channel));
        Assert.DoesNotContain(received.FollowCode, Convert.ToBase64String(row.FollowCodeHash!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_personal_data_out_of_the_case()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var received = await bureau.AskAsync(("name", "王小明"), ("phone", "138 0000 0001"), ("address", "榆荫社区三号院"));

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var person = await context.People.SingleAsync();
        Assert.Equal(("王小明", "13800000001", "榆荫社区三号院"), (person.Name, person.Phone, person.Address));
        var row = await context.Cases.SingleAsync(row => row.Id == received.CaseId);
        Assert.Equal(person.Id, row.ReporterId);
        var stored = string.Concat((await context.CaseEvents.ToListAsync()).Select(e => System.Text.Encoding.UTF8.GetString(e.Payload))) + System.Text.Encoding.UTF8.GetString(row.Snapshot);
        Assert.DoesNotContain("王小明", System.Text.RegularExpressions.Regex.Unescape(stored), StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_a_person_again_by_phone_and_name_and_never_overwrites()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        await bureau.AskAsync(("name", "王小明"), ("phone", "13800000001"));
        await bureau.AskAsync(("phone", "+86 138-0000-0001"), ("address", "三号院"));
        await bureau.AskAsync(("name", "王小明"), ("phone", "13800000001"), ("address", "别处"));
        await bureau.AskAsync(("name", "李四"), ("phone", "13800000001"));

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var people = await context.People.OrderByDescending(person => person.Name).ToListAsync();
        Assert.Equal([("王小明", "三号院"), ("李四", null)], people.Select(person => (person.Name, person.Address)));
    }

    [Fact]
    public async Task Takes_the_same_external_id_once_also_at_the_same_moment()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var desk = bureau.Get<IntakeDesk>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.SubmitAsync(Requests.Help(external: "A-1")))));

        var received = Assert.Single(outcomes.OfType<Received>());
        Assert.Equal(7, outcomes.OfType<AlreadyReceived>().Count(known => known.CaseId == received.CaseId && known.Number == received.Number));
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.Equal(1, await context.Cases.CountAsync());
    }

    [Fact]
    public async Task Refuses_a_form_that_breaks_its_rules_and_writes_nothing()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var outcome = await bureau.Get<IntakeDesk>().SubmitAsync(Requests.Help(values: [("title", ""), ("grid", "g99"), ("phone", "abc"), ("colour", "red")]));

        var refusal = Assert.IsType<NotReceived>(outcome).Refusal;
        Assert.Equal("invalid-form", refusal.Code);
        Assert.Equal(
            [("colour", "unknown-field"), ("grid", "not-an-option"), ("phone", "not-a-phone"), ("title", "required")],
            refusal.Errors.OrderBy(error => error.Field, StringComparer.Ordinal).Select(error => (error.Field, error.Code)));
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.False(await context.Cases.AnyAsync() || await context.People.AnyAsync());
    }

    [Theory]
    [InlineData("nothing", null, "not-found")]
    [InlineData("help", "x9", "unknown-unit")]
    public async Task Refuses_an_unknown_flow_or_unit(string flow, string? unit, string code)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var outcome = await bureau.Get<IntakeDesk>().SubmitAsync(Requests.Help() with { FlowKey = flow, Unit = unit });

        Assert.Equal(code, Assert.IsType<NotReceived>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task Refuses_a_request_from_the_future_and_keeps_the_time_of_an_old_one()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var desk = bureau.Get<IntakeDesk>();

        var future = await desk.SubmitAsync(Requests.Help() with { ReceivedAt = bureau.Time.Now.AddHours(1) });
        var old = Assert.IsType<Received>(await desk.SubmitAsync(Requests.Help() with { ReceivedAt = bureau.Time.Now.AddHours(-20) }));

        Assert.Equal("received-in-future", Assert.IsType<NotReceived>(future).Refusal.Code);
        Assert.Equal(bureau.Time.Now.AddHours(4), Assert.Single(old.Promises).Due);
    }

    [Fact]
    public async Task Lets_a_clerk_type_for_a_resident()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var clerk = await bureau.ReaderAsync("s1-intake");

        await bureau.Get<IntakeDesk>().SubmitAsync(Requests.Help(Actor.Staff(clerk.UserId), values: [("name", "王小明")]) with { Channel = "window", Unit = "s1" });

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var first = await context.CaseEvents.OrderBy(row => row.Sequence).FirstAsync();
        var person = await context.People.SingleAsync();
        Assert.Equal((ActorKind.Staff, clerk.UserId, person.Id), (first.ActorKind, first.ActorId, first.OnBehalfOf));
        Assert.Equal(("window", "s1"), await context.Cases.Select(row => new ValueTuple<string, string>(row.Channel, row.UnitCode)).SingleAsync());
    }

    [Fact]
    public async Task Gives_each_case_a_number_of_its_own_over_blocks_nodes_and_days()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var (one, other) = (new CaseNumbers(bureau.Database, bureau.Get<IDatabaseDialect>()), new CaseNumbers(bureau.Database, bureau.Get<IDatabaseDialect>()));
        var evening = new DateTimeOffset(2026, 11, 23, 15, 59, 0, TimeSpan.Zero);

        var numbers = new List<string>();
        for (var i = 0; i < 25; i++) numbers.Add(await one.NextAsync(Seeded.Tenant, evening, zone, default));
        var second = await other.NextAsync(Seeded.Tenant, evening, zone, default);
        var tomorrow = await one.NextAsync(Seeded.Tenant, evening.AddMinutes(1), zone, default);

        Assert.Equal(Enumerable.Range(1, 25).Select(n => $"261123-{n:00000}"), numbers);
        Assert.Equal("261123-00031", second);
        Assert.Equal("261124-00001", tomorrow);
    }
}
