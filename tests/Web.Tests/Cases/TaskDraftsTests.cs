using Bunit;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Cases;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Cases;

public sealed class TaskDraftsTests
{
    private static readonly FormDefinition Form = new("handle",
        [
            new FormField("handling", "textarea", new LocalText("办理情况"), null, true, [], new FormLimits(), null, null, null, [], FeelValue.Null),
            new FormField("done", "radio", new LocalText("是否办成"), null, true, [new FormOption("yes", new LocalText("已办成"))], new FormLimits(), null, null, null, [], FeelValue.Null),
        ]);

    private static readonly TaskView Task = new(
        7, "handle", new LocalText("办理"), "handler", new LocalText("榆荫社区"), "u1", "林志远", StaffContext.Now, null, false, true, null, Form, new Dictionary<string, string> { ["done"] = "yes" });

    [Fact]
    public void A_form_begins_with_what_the_case_knows() => Assert.Equal("yes", new TaskDrafts().Of(Task).Values.First("done"));

    [Fact]
    public void What_was_typed_stays_when_the_page_is_read_again()
    {
        var drafts = new TaskDrafts();
        Type(drafts);
        drafts.Follow([Task with { Due = StaffContext.Now }]);
        Assert.Equal("已更换配件", drafts.Of(Task).Values.First("handling"));
        Assert.Empty(drafts.Lost);
    }

    [Fact]
    public void What_was_typed_outlives_a_task_that_somebody_else_completed()
    {
        var drafts = new TaskDrafts();
        Type(drafts);
        drafts.Follow([]);
        Assert.Equal([("办理情况", "已更换配件"), ("是否办成", "已办成")], Assert.Single(drafts.Lost).Lines());
    }

    [Fact]
    public void An_untouched_or_accepted_form_leaves_nothing_behind()
    {
        var drafts = new TaskDrafts();
        _ = drafts.Of(Task);
        drafts.Follow([]);
        Type(drafts).Sent = true;
        drafts.Follow([]);
        Assert.Empty(drafts.Lost);
    }

    [Fact]
    public async Task Who_was_slower_reads_who_was_first_and_can_keep_their_words_as_a_note()
    {
        using var context = new StaffContext();
        var drafts = new TaskDrafts();
        var draft = Type(drafts);
        string? kept = null;
        var notice = context.Render<LostDraft>(with => with.Add(d => d.Draft, draft)
            .Add(d => d.Story, [new TimelineRow(9, StaffContext.Now.AddMinutes(-2), "Staff", "李文博", "complete-task", "task-completed", Task.Name, null, "{}", "")])
            .Add(d => d.Keep, words =>
            {
                kept = words;
                return System.Threading.Tasks.Task.FromResult<Outcome>(new Done(Guid.Empty, 2));
            }));
        Assert.Contains("李文博 已在 11:58 完成。", notice.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await notice.Find("button").ClickAsync(new());
        Assert.Equal("未提交的“办理”\n办理情况：已更换配件\n是否办成：已办成", kept);
    }

    private static TaskDraft Type(TaskDrafts drafts)
    {
        var draft = drafts.Of(Task);
        draft.Values.Set("handling", "已更换配件");
        draft.Touched = true;
        return draft;
    }
}
