using Bunit;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Inbox;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Inbox;

public sealed class InboxNewsTests
{
    [Theory]
    [InlineData("zh-CN", "有变化：新到 2 条、离开 1 条", "更新列表")]
    [InlineData("en", "Changes: 2 new, 1 gone", "Update the list")]
    public void Says_what_came_and_went_and_waits_to_be_asked(string language, string words, string button)
    {
        using var context = new StaffContext(language);
        var news = context.Render<InboxNews>(with => with.Add(n => n.News, new ListDiff(2, 0, 1)));
        Assert.Equal(words, news.Find("[role=status] > span").TextContent);
        Assert.Equal(button, news.Find("button[aria-keyshortcuts=r]").TextContent);
    }

    [Fact]
    public void Tabs_say_how_many_and_how_many_are_overdue()
    {
        using var context = new StaffContext();
        var tabs = context.Render<InboxTabs>(with => with
            .Add(t => t.Views, [InboxView.Mine, InboxView.Teams]).Add(t => t.Query, new InboxQuery(InboxView.Teams)).Add(t => t.Counts, new InboxCounts(3, 1, 5, 0)));
        Assert.Equal(["我的 3 ⚠ 超期 1", "班组待认领 5"], tabs.FindAll("a").Select(tab => tab.Words()));
        Assert.Equal("班组待认领", tabs.Find("[aria-current=page]").FirstChild!.TextContent.Trim());
    }

    [Theory]
    [InlineData(InboxView.Mine, null, "您手上没有任务")]
    [InlineData(InboxView.Teams, null, "班组里没有等待认领的任务")]
    [InlineData(InboxView.Teams, "complaint", "没有符合筛选条件的任务")]
    public void An_empty_list_says_why_and_what_next(InboxView view, string? kind, string title)
    {
        using var context = new StaffContext();
        var empty = context.Render<InboxEmpty>(with => with.Add(e => e.Query, new InboxQuery(view, kind)));
        Assert.Equal(title, empty.Find("strong").TextContent);
        Assert.NotEmpty(empty.Find("p.cf-muted").TextContent);
    }
}
