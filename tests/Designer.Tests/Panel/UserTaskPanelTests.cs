using Bunit;
using CaseFlow.Designer.Diagram;

namespace CaseFlow.Designer.Tests.Panel;

public sealed class UserTaskPanelTests : PanelTestContext
{
    private static readonly ExtensionNode Assignment = ExtensionNode.Empty("assignment").With("team", "supervisor").With("not", "handle");

    [Fact]
    public async Task Shows_the_team_and_the_steps_it_must_be_independent_of()
    {
        var panel = await ShowAsync(Element("UserTask", Assignment), new StepRef("handle", "bpmn:UserTask", "办理"), new StepRef("gate", "bpmn:ExclusiveGateway", ""));

        Assert.Equal("supervisor", panel.Find("#team").GetAttribute("value"));
        Assert.Equal(["办理"], panel.FindAll(".cfd-many")[0].QuerySelectorAll("label").Select(label => label.TextContent.Trim()));
        Assert.True(panel.Find(".cfd-many input").HasAttribute("checked"));
    }

    [Fact]
    public async Task Changing_the_team_keeps_the_rest_of_the_assignment()
    {
        var panel = await ShowAsync(Element("UserTask", Assignment));
        await panel.Find("#team").ChangeAsync(new() { Value = "handler" });
        Assert.Equal(["extend it element assignment [<assignment not=handle team=handler>]"], Edits);
    }

    [Fact]
    public async Task A_team_the_directory_does_not_have_stays_visible()
    {
        var panel = await ShowAsync(Element("UserTask", ExtensionNode.Empty("assignment").With("team", "ghosts")));
        Assert.Contains("ghosts", panel.Find("#team").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_the_last_word_of_an_assignment_away_takes_the_assignment_away()
    {
        var panel = await ShowAsync(Element("UserTask", ExtensionNode.Empty("assignment").With("team", "handler")));
        await panel.Find("#team").ChangeAsync(new() { Value = "" });
        Assert.Equal(["extend it element assignment []"], Edits);
    }

    [Fact]
    public async Task An_amount_without_a_rule_counts_in_working_days()
    {
        var panel = await ShowAsync(Element("UserTask"));
        await panel.Find("#due-amount").ChangeAsync(new() { Value = "2" });
        Assert.Equal(["extend it element due [<due amount=2 rule=working-days-end-of-nth-day-after>]"], Edits);
    }

    [Fact]
    public async Task The_English_name_is_a_translation_beside_the_name()
    {
        var panel = await ShowAsync(Element("UserTask", ExtensionNode.Empty("text").With("lang", "en").With("documentation", "Look twice")));
        await panel.Find("#name-en").ChangeAsync(new() { Value = "Review" });
        Assert.Equal(["extend it element text [<text documentation=Look twice lang=en name=Review>]"], Edits);
    }

    [Fact]
    public async Task A_step_of_the_resident_has_no_team()
    {
        var panel = await ShowAsync(Element("UserTask", ExtensionNode.Empty("assignment").With("audience", "reporter")));
        Assert.Empty(panel.FindAll("#team"));
    }

    [Fact]
    public async Task Says_which_stage_the_step_lies_in()
    {
        var panel = await ShowAsync(Element("UserTask") with { Parent = "stage-1" }, new StepRef("stage-1", "bpmn:SubProcess", "核查"));
        Assert.Contains("核查", panel.Markup, StringComparison.Ordinal);
    }
}
