using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Tests.Work;

public sealed class FollowDeskTests
{
    [Fact]
    public async Task Shows_the_reporter_stages_promises_and_what_happened()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1", ("name", "王小明"));
        var handler = await bureau.ReaderAsync("s1-handler1");
        await bureau.Get<WorkDesk>().NoteAsync(handler, received.CaseId, "明天上午到现场", isPublic: true);
        await bureau.Get<WorkDesk>().NoteAsync(handler, received.CaseId, "此人常来", isPublic: false);

        var found = await bureau.Get<FollowDesk>().FindAsync(received.Number, received.FollowCode);

        Assert.NotNull(found);
        Assert.Equal("青榆街道", found.HeldBy.Text);
        Assert.Equal([("受理", "done"), ("办理", "current")], found.Stages.Select(stage => (stage.Name.Text, stage.Status)));
        Assert.Equal([("答复", "running", true)], found.Promises.Select(clock => (clock.Name.Text, clock.Status, clock.Public)));
        Assert.Equal([("received", "帮助"), ("stage", "受理"), ("stage", "办理"), ("note", "明天上午到现场")], found.Entries.Select(entry => (entry.Kind, entry.Text.Text)));
        Assert.Equal(["撤回"], found.Actions.Select(action => action.Label.Text));
        Assert.Empty(found.Questions);
    }

    [Fact]
    public async Task Opens_with_number_and_code_only()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var (one, other) = (await bureau.AskAsync(), await bureau.AskAsync());
        var desk = bureau.Get<FollowDesk>();

        Assert.NotNull(await desk.FindAsync($" {one.Number} ", one.FollowCode));
        Assert.NotNull(await desk.FindAsync("２６１１２３-00001", one.FollowCode));
        Assert.Null(await desk.FindAsync(one.Number, other.FollowCode == one.FollowCode ? "x" : other.FollowCode));
        Assert.Null(await desk.FindAsync("000000-00000", one.FollowCode));
        Assert.Equal(
            Assert.IsType<Refused>(await desk.ActAsync(one.Number, "00000000x", 1, Desk.Post())),
            Assert.IsType<Refused>(await desk.ActAsync("000000-00000", one.FollowCode, 1, Desk.Post())));
    }

    [Fact]
    public async Task Asks_the_reporter_and_keeps_the_rating()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        await bureau.CompleteAsync("s1-handler1", received.CaseId, "handle", ("reply", "好了"));
        await bureau.CompleteAsync("callback1", received.CaseId, "call-back");
        var desk = bureau.Get<FollowDesk>();

        var question = Assert.Single((await desk.FindAsync(received.Number, received.FollowCode))!.Questions);
        Assert.True(question.IsEvaluation);
        Assert.Equal("invalid-form", Assert.IsType<Refused>(await desk.AnswerAsync(received.Number, received.FollowCode, question.TaskKey, Desk.Post(("score", "6")))).Code);
        Assert.IsType<Done>(await desk.AnswerAsync(received.Number, received.FollowCode, question.TaskKey, Desk.Post(("score", "2"), ("solved", "no"), ("comment", "又坏了"))));

        Assert.Equal("task-not-open", Assert.IsType<Refused>(await desk.AnswerAsync(received.Number, received.FollowCode, question.TaskKey, Desk.Post(("solved", "yes")))).Code);
        var found = (await desk.FindAsync(received.Number, received.FollowCode))!;
        Assert.Equal(("办理", "current", 2), Assert.Single(found.Stages.Select(stage => (stage.Name.Text, stage.Status, stage.Round)), stage => stage.Status == "current"));
        Assert.Contains(found.Entries, entry => entry is { Kind: "evaluation", Text.Text: "★★ 又坏了" });
        var evaluation = Assert.Single((await bureau.ViewAsync("s1-handler1", received.Number))!.Evaluations);
        Assert.Equal(("reporter", "outcome", 2, false, "又坏了"), (evaluation.By, evaluation.Of, evaluation.Score, evaluation.Solved, evaluation.Comment));
    }

    [Fact]
    public async Task Lets_the_reporter_withdraw_but_not_press_what_is_for_staff()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.HandledInAsync("s1");
        var desk = bureau.Get<FollowDesk>();

        var staffs = await desk.ActAsync(received.Number, received.FollowCode, await bureau.ActionAsync(received.CaseId, "returned"), Desk.Post(("ground", "x")));
        var own = await desk.ActAsync(received.Number, received.FollowCode, await bureau.ActionAsync(received.CaseId, "withdraw"), Desk.Post());

        Assert.Equal("action-not-open", Assert.IsType<Refused>(staffs).Code);
        Assert.IsType<Done>(own);
        var found = (await desk.FindAsync(received.Number, received.FollowCode))!;
        Assert.Equal(("撤回", bureau.Time.Now), (found.Closure!.Text, found.ClosedAt));
    }

    [Fact]
    public async Task Adds_a_file_of_the_reporter()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        var received = await bureau.AskAsync();

        Assert.IsType<Done>(await bureau.Get<FollowDesk>().AttachAsync(received.Number, received.FollowCode, "说明.txt", new MemoryStream("灯在东门"u8.ToArray())));

        Assert.Contains((await bureau.Get<FollowDesk>().FindAsync(received.Number, received.FollowCode))!.Entries, entry => entry is { Kind: "document", Text.Text: "说明.txt" });
    }
}
