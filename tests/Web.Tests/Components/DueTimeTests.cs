using Bunit;
using CaseFlow.Web.Components;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Components;

public sealed class DueTimeTests : BunitContext
{
    [Theory]
    [InlineData("zh-CN", 200, "还剩 3 小时 20 分")]
    [InlineData("zh-CN", 0.5, "还剩 不到 1 分钟")]
    [InlineData("zh-CN", -1440, "⚠ 已超 1 天")]
    [InlineData("en", 1530, "1 d 1 h left")]
    [InlineData("en", 60, "1 h left")]
    [InlineData("en", 5760, "4 days left")]
    [InlineData("en", -65, "⚠ 1 h 5 min over")]
    public void Says_in_words_what_is_left_or_over(string language, double minutes, string words)
    {
        Services.AddWords(language);
        var due = Render<DueTime>(parameters => parameters.Add(time => time.Due, Words.Now.AddMinutes(minutes)));
        Assert.Equal(words, due.Find("time").TextContent);
    }

    [Theory]
    [InlineData(-1, "cf-due cf-due-late")]
    [InlineData(60, "cf-due cf-due-soon")]
    [InlineData(600, "cf-due")]
    public void Marks_what_is_late_and_what_soon_will_be(double minutes, string classes)
    {
        Services.AddWords();
        var due = Render<DueTime>(parameters => parameters.Add(time => time.Due, Words.Now.AddMinutes(minutes)));
        Assert.Equal(classes, due.Find("time").ClassName!.Trim());
    }

    [Fact]
    public void Names_the_moment_in_the_time_of_the_office()
    {
        Services.AddWords();
        var due = Render<DueTime>(parameters => parameters.Add(time => time.Due, Words.Now));
        Assert.Equal("Sun 22 Nov 2026, 10:00", due.Find("time").GetAttribute("title"));
        Assert.Equal("2026-11-22T02:00:00.0000000+00:00", due.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void Says_so_when_nothing_is_due()
    {
        Services.AddWords();
        Assert.Equal("no due time", Render<DueTime>(parameters => parameters.Add(time => time.Due, null)).Find("span").TextContent);
    }
}
