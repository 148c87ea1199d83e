using CaseFlow.Runtime;
using CaseFlow.Web.Components;
using CaseFlow.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Components;

public sealed class RefusalTextTests
{
    [Theory]
    [InlineData("zh-CN", "already-claimed", "李文博 在 11:58 认领了这个任务。")]
    [InlineData("zh-CN", "task-not-open", "李文博 在 11:58 已完成这个任务。")]
    [InlineData("en", "already-claimed", "李文博 claimed this task at 11:58.")]
    [InlineData("en", "something-new", "That did not work. Nothing was changed.")]
    public void Says_who_was_first_and_when(string language, string code, string words)
    {
        using var context = new StaffContext(language);
        Assert.Equal(words, context.Services.GetRequiredService<RefusalText>().Of(new Refused(code, "Expected …", By: "李文博", At: StaffContext.Now.AddMinutes(-2))));
    }

    [Fact]
    public void Says_it_without_a_name_when_none_is_known()
    {
        using var context = new StaffContext("en");
        Assert.Equal("Somebody has just claimed this task.", context.Services.GetRequiredService<RefusalText>().Of(new Refused("already-claimed", "Expected …")));
    }
}
