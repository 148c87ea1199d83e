using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Work;

public sealed class WorkDeskTests
{
    [Fact]
    public async Task Takes_a_case_from_desk_to_desk_until_it_is_rated()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1", ("name", "王小明"));

        Assert.IsType<Done>(await bureau.CompleteAsync("s1-handler1", received.CaseId, "handle", ("reply", "已更换灯泡。")));
        Assert.IsType<Done>(await bureau.CompleteAsync("callback1", received.CaseId, "call-back"));
        var rated = await bureau.Get<FollowDesk>().AnswerAsync(
            received.Number, received.FollowCode, await bureau.TaskAsync(received.CaseId, "rate"), Desk.Post(("score", "5"), ("solved", "yes")));

        Assert.IsType<Done>(rated);
        var state = await bureau.StateAsync(received.CaseId);
        Assert.Equal((CaseStatus.Completed, "solved"), (state.Status, state.Closure));
    }

    [Theory]
    [InlineData("s2-handler1", "not-found")]
    [InlineData("s1-station", "forbidden")]
    [InlineData("dispatch1", "forbidden")]
    [InlineData("auditor", "forbidden")]
    [InlineData("c4-handler", "not-found")]
    public async Task Lets_nobody_but_the_team_do_a_task(string userName, string code)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");

        var outcome = await bureau.CompleteAsync(userName, received.CaseId, "handle", ("reply", "x"));

        Assert.Equal(code, Assert.IsType<Refused>(outcome).Code);
    }

    [Fact]
    public async Task Finds_the_team_upwards_from_the_unit()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.AskAsync(("grid", "g01"));

        Assert.Equal("forbidden", Assert.IsType<Refused>(await bureau.CompleteAsync("dispatch1", received.CaseId, "register", ("title", "t"), ("unit", "s1"))).Code);
        Assert.IsType<Done>(await bureau.CompleteAsync("s1-intake", received.CaseId, "register", ("title", "t"), ("unit", "c2")));
        Assert.IsType<Done>(await bureau.CompleteAsync("c2-handler", received.CaseId, "handle", ("reply", "好了")));
    }

    [Fact]
    public async Task Says_who_was_first_and_when()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var key = await bureau.TaskAsync(received.CaseId, "handle");
        var (first, second) = (await bureau.ReaderAsync("s1-handler1"), await bureau.ReaderAsync("s1-handler2"));
        var desk = bureau.Get<WorkDesk>();

        bureau.Time.Advance(TimeSpan.FromMinutes(5));
        var claimedAt = bureau.Time.Now;
        Assert.IsType<Done>(await desk.ClaimAsync(first, received.CaseId, key));
        bureau.Time.Advance(TimeSpan.FromMinutes(5));
        var claimed = Assert.IsType<Refused>(await desk.ClaimAsync(second, received.CaseId, key));
        Assert.IsType<Done>(await desk.CompleteAsync(first, received.CaseId, key, Desk.Post(("reply", "好了"))));
        var done = Assert.IsType<Refused>(await desk.CompleteAsync(second, received.CaseId, key, Desk.Post(("reply", "也好了"))));

        Assert.Equal(("already-claimed", first.DisplayName, claimedAt), (claimed.Code, claimed.By, claimed.At!.Value));
        Assert.Equal(("task-not-open", first.DisplayName, bureau.Time.Now), (done.Code, done.By, done.At!.Value));
    }

    [Fact]
    public async Task Gives_one_task_to_one_of_many_who_claim_at_the_same_moment()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var key = await bureau.TaskAsync(received.CaseId, "handle");
        Reader[] readers = [await bureau.ReaderAsync("s1-handler1"), await bureau.ReaderAsync("s1-handler2")];

        var outcomes = await Task.WhenAll(readers.Select(reader => Task.Run(() => bureau.Get<WorkDesk>().ClaimAsync(reader, received.CaseId, key))));

        Assert.Single(outcomes.OfType<Done>());
        Assert.Equal("already-claimed", Assert.Single(outcomes.OfType<Refused>()).Code);
    }

    [Fact]
    public async Task Releases_a_task_to_its_team()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var key = await bureau.TaskAsync(received.CaseId, "handle");
        var (one, other) = (await bureau.ReaderAsync("s1-handler1"), await bureau.ReaderAsync("s1-handler2"));
        await bureau.Get<WorkDesk>().ClaimAsync(one, received.CaseId, key);

        Assert.Equal("already-claimed", Assert.IsType<Refused>(await bureau.Get<WorkDesk>().ReleaseAsync(other, received.CaseId, key)).Code);
        Assert.IsType<Done>(await bureau.Get<WorkDesk>().ReleaseAsync(one, received.CaseId, key));
        Assert.IsType<Done>(await bureau.Get<WorkDesk>().ClaimAsync(other, received.CaseId, key));
    }

    [Fact]
    public async Task Keeps_the_call_back_from_whoever_handled_it()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var key = await bureau.TaskAsync(received.CaseId, "handle");
        var callback = await bureau.ReaderAsync("callback1");
        await bureau.Get<WorkDesk>().TransferAsync(await bureau.ReaderAsync("s1-handler1"), received.CaseId, key, callback.UserId, null, "请您来办");
        Assert.IsType<Done>(await bureau.CompleteAsync("callback1", received.CaseId, "handle", ("reply", "好了")));

        Assert.Equal("excluded", Assert.IsType<Refused>(await bureau.CompleteAsync("callback1", received.CaseId, "call-back")).Code);
        Assert.IsType<Done>(await bureau.CompleteAsync("callback2", received.CaseId, "call-back"));
    }

    [Fact]
    public async Task Hands_a_task_to_another_unit_with_a_reason()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var key = await bureau.TaskAsync(received.CaseId, "handle");
        var desk = bureau.Get<WorkDesk>();
        var handler = await bureau.ReaderAsync("s1-handler1");

        Assert.Equal("reason-missing", Assert.IsType<Refused>(await desk.TransferAsync(handler, received.CaseId, key, null, new TeamRef("s2", "handler"), " ")).Code);
        Assert.Equal("target-missing", Assert.IsType<Refused>(await desk.TransferAsync(handler, received.CaseId, key, null, null, "因为")).Code);
        Assert.Equal("unknown-team", Assert.IsType<Refused>(await desk.TransferAsync(handler, received.CaseId, key, null, new TeamRef("s2", "band"), "因为")).Code);
        Assert.Equal("unknown-person", Assert.IsType<Refused>(await desk.TransferAsync(handler, received.CaseId, key, "nobody", null, "因为")).Code);
        Assert.Equal("forbidden", Assert.IsType<Refused>(await desk.TransferAsync(await bureau.ReaderAsync("s1-station"), received.CaseId, key, null, new TeamRef("s2", "handler"), "因为")).Code);
        Assert.IsType<Done>(await desk.TransferAsync(await bureau.ReaderAsync("s1-supervisor"), received.CaseId, key, null, new TeamRef("s2", "handler"), "属于白桦街道"));

        Assert.IsType<Done>(await bureau.CompleteAsync("s2-handler1", received.CaseId, "handle", ("reply", "好了")));
    }

    [Fact]
    public async Task Checks_the_form_on_the_server()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");

        var refused = Assert.IsType<Refused>(await bureau.CompleteAsync("s1-handler1", received.CaseId, "handle", ("mayor", "yes")));

        Assert.Equal("invalid-form", refused.Code);
        Assert.Equal([("mayor", "unknown-field"), ("reply", "required")], refused.Errors.OrderBy(error => error.Field, StringComparer.Ordinal).Select(error => (error.Field, error.Code)));
    }

    [Fact]
    public async Task Presses_a_case_action_only_for_its_teams()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var desk = bureau.Get<WorkDesk>();
        var key = await bureau.ActionAsync(received.CaseId, "returned");

        Assert.Equal("forbidden", Assert.IsType<Refused>(await desk.ActAsync(await bureau.ReaderAsync("s1-station"), received.CaseId, key, Desk.Post(("ground", "x")))).Code);
        Assert.Equal("invalid-form", Assert.IsType<Refused>(await desk.ActAsync(await bureau.ReaderAsync("s1-handler1"), received.CaseId, key, Desk.Post())).Code);
        Assert.IsType<Done>(await desk.ActAsync(await bureau.ReaderAsync("s1-handler1"), received.CaseId, key, Desk.Post(("ground", "不属本单位"))));

        Assert.Equal("action-not-open", Assert.IsType<Refused>(await desk.ActAsync(await bureau.ReaderAsync("s1-handler1"), received.CaseId, key, Desk.Post(("ground", "x")))).Code);
        Assert.NotEqual(key, await bureau.ActionAsync(received.CaseId, "returned"));
    }

    [Fact]
    public async Task Attaches_what_it_can_recognise()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var desk = bureau.Get<WorkDesk>();
        var handler = await bureau.ReaderAsync("s1-handler1");

        var attached = await desk.AttachAsync(handler, received.CaseId, "../现场.png", new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]), isPublic: true);
        var refused = await desk.AttachAsync(handler, received.CaseId, "page.png", new MemoryStream("<html>"u8.ToArray()), isPublic: true);
        var tooLarge = await desk.AttachAsync(handler, received.CaseId, "big.txt", new MemoryStream(new byte[20 * 1024 * 1024 + 1]), isPublic: true);

        Assert.IsType<Done>(attached);
        Assert.Equal("file-type-refused", Assert.IsType<Refused>(refused).Code);
        Assert.Equal("file-too-large", Assert.IsType<Refused>(tooLarge).Code);
        var document = Assert.Single((await bureau.ViewAsync("s1-handler1", received.Number))!.Documents);
        Assert.Equal(("现场.png", "image/png", 9, true, handler.DisplayName), (document.Name, document.MediaType, document.Size, document.Public, document.ByName));
    }

    [Fact]
    public async Task Ties_the_files_of_a_form_to_the_case()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var store = bureau.Get<CaseFlow.Runtime.Documents.DocumentStore>();
        var photo = Assert.IsType<CaseFlow.Runtime.Documents.Staged>(await store.StageAsync(Seeded.Tenant, "reporter", "photo.txt", new MemoryStream("a"u8.ToArray())));
        bureau.Time.Advance(TimeSpan.FromSeconds(1));
        var proof = Assert.IsType<CaseFlow.Runtime.Documents.Staged>(await store.StageAsync(Seeded.Tenant, "x", "proof.txt", new MemoryStream("b"u8.ToArray())));
        await store.StageAsync(Seeded.Tenant, "x", "forgotten.txt", new MemoryStream("c"u8.ToArray()));

        var received = await bureau.HandledInAsync("s1", ("evidence", photo.Id.ToString()));
        await bureau.CompleteAsync("s1-handler1", received.CaseId, "handle", ("reply", "好了"), ("proof", proof.Id.ToString()));
        bureau.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await store.PurgeAsync());
        var documents = (await bureau.ViewAsync("s1-handler1", received.Number))!.Documents;
        Assert.Equal([("photo.txt", true), ("proof.txt", false)], documents.Select(document => (document.Name, document.Public)));
        // With the step it came with, or not at all.
        await using var context = bureau.Database.OpenUnscoped();
        Assert.Equal(
            ["start-case", "complete-task"],
            await context.CaseEvents.IgnoreQueryFilters().Where(e => e.CaseId == received.CaseId && e.Type == "document-attached").OrderBy(e => e.Sequence).Select(e => e.Cause).ToListAsync());
    }

    [Fact]
    public async Task Notes_are_for_those_who_may_write()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var desk = bureau.Get<WorkDesk>();

        Assert.IsType<Done>(await desk.NoteAsync(await bureau.ReaderAsync("s1-station"), received.CaseId, "已到现场", isPublic: true));
        Assert.Equal("forbidden", Assert.IsType<Refused>(await desk.NoteAsync(await bureau.ReaderAsync("auditor"), received.CaseId, "看过", isPublic: false)).Code);
        Assert.Equal("not-found", Assert.IsType<Refused>(await desk.NoteAsync(await bureau.ReaderAsync("s2-station"), received.CaseId, "?", isPublic: false)).Code);
        Assert.Equal("invalid-note", Assert.IsType<Refused>(await desk.NoteAsync(await bureau.ReaderAsync("s1-station"), received.CaseId, " ", isPublic: false)).Code);
    }
}
