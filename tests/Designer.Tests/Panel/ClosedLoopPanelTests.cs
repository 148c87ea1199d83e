using Bunit;
using CaseFlow.Designer.Diagram;

namespace CaseFlow.Designer.Tests.Panel;

public sealed class ClosedLoopPanelTests : PanelTestContext
{
    [Fact]
    public async Task Shows_which_rules_the_flow_is_held_to()
    {
        var panel = await ShowAsync(Element("Process", ExtensionNode.Empty("closedLoop").With("clock", "true").With("holdReview", "false")));
        Assert.Equal(["closed-loop-clock"], panel.FindAll("[id^=closed-loop-]").Where(box => box.HasAttribute("checked")).Select(box => box.Id));
    }

    [Fact]
    public async Task Switching_one_on_keeps_the_others()
    {
        var panel = await ShowAsync(Element("Process", ExtensionNode.Empty("closedLoop").With("clock", "true")));
        await panel.Find("#closed-loop-callBack").ChangeAsync(new() { Value = true });
        Assert.Equal(["extend it element closedLoop [<closedLoop callBack=true clock=true>]"], Edits);
    }

    [Fact]
    public async Task Switching_the_last_one_off_takes_the_setting_away()
    {
        var panel = await ShowAsync(Element("Process", ExtensionNode.Empty("closedLoop").With("clock", "true")));
        await panel.Find("#closed-loop-clock").ChangeAsync(new() { Value = false });
        Assert.Equal(["extend it element closedLoop []"], Edits);
    }

    [Fact]
    public async Task A_task_can_be_handling_and_the_answer()
    {
        var panel = await ShowAsync(Element("UserTask", ExtensionNode.Empty("loopStep").With("as", "handling")));
        await panel.Find("input[value=answer]").ChangeAsync(new() { Value = true });
        Assert.Equal(["extend it element loopStep [<loopStep as=handling answer>]"], Edits);
    }

    [Fact]
    public async Task What_no_person_does_can_only_be_the_answer()
    {
        var panel = await ShowAsync(Element("ServiceTask"));
        Assert.Equal(["answer"], panel.FindAll(".cfd-many input").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task A_closure_type_says_what_it_may_lack()
    {
        var panel = await ShowAsync(Element("Process", Closure("withdrawn")));
        await panel.Find("input[value=evaluation]").ChangeAsync(new() { Value = true });
        Assert.Equal(["extend it element closure [<closure id=withdrawn name=已办结 without=evaluation>]"], Edits);
    }
}
