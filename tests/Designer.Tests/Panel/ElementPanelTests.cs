using Bunit;
using CaseFlow.Designer.Diagram;
using CaseFlow.Engine.Model;

namespace CaseFlow.Designer.Tests.Panel;

public sealed class ElementPanelTests : PanelTestContext
{
    private static readonly StepRef Gateway = new("gate", "bpmn:ExclusiveGateway", "结果");

    [Fact]
    public async Task A_wrong_condition_is_said_while_it_is_typed()
    {
        var panel = await ShowAsync(Element("SequenceFlow") with { Source = Gateway, Target = Gateway });
        await panel.Find("#condition").InputAsync(new() { Value = "approved = " });

        Assert.Equal("true", panel.Find("#condition").GetAttribute("aria-invalid"));
        Assert.NotEmpty(panel.Find("#condition-problem").TextContent);
        Assert.Empty(Edits);
    }

    [Fact]
    public async Task A_condition_goes_to_the_drawing()
    {
        var panel = await ShowAsync(Element("SequenceFlow") with { Source = Gateway, Target = Gateway });
        await panel.Find("#condition").ChangeAsync(new() { Value = " approved = true " });
        Assert.Equal(["condition it approved = true"], Edits);
    }

    [Fact]
    public async Task Out_of_a_parallel_gateway_no_condition_is_asked()
    {
        var panel = await ShowAsync(Element("SequenceFlow") with { Source = Gateway with { Type = "bpmn:ParallelGateway" }, Target = Gateway });
        Assert.Empty(panel.FindAll("#condition, #default"));
    }

    [Fact]
    public async Task A_timer_in_working_time_is_written_into_its_definition()
    {
        var timer = new DefinitionModel("bpmn:TimerEventDefinition", "", "", "", "", []);
        var panel = await ShowAsync(Element("BoundaryEvent") with { Definition = timer });
        await panel.Find("#timer-amount").ChangeAsync(new() { Value = "3" });
        Assert.Equal(["timer it workingTime  [<workingTime amount=3 rule=working-days-end-of-nth-day-after>]"], Edits);
    }

    [Fact]
    public async Task A_timer_keeps_the_kind_it_has()
    {
        var timer = new DefinitionModel("bpmn:TimerEventDefinition", "timeDuration", "PT2H", "", "", []);
        var panel = await ShowAsync(Element("IntermediateCatchEvent") with { Definition = timer });
        Assert.Equal("timeDuration", panel.Find("#timer-kind").GetAttribute("value"));
        Assert.Equal("PT2H", panel.Find("#timer-body").GetAttribute("value"));
    }

    [Fact]
    public async Task A_button_without_words_is_no_button()
    {
        var message = new DefinitionModel("bpmn:MessageEventDefinition", "", "", "send-back", "", []);
        var action = ExtensionNode.Empty("action").With("label", "退回").With("style", "return");
        var panel = await ShowAsync(Element("BoundaryEvent", action) with { Definition = message });
        await panel.Find("#action-label").ChangeAsync(new() { Value = "" });
        Assert.Equal(["extend it element action []"], Edits);
    }

    [Fact]
    public async Task An_end_offers_the_closure_types_of_the_flow()
    {
        var panel = await ShowAsync(Element("EndEvent"));
        Assert.Contains(panel.FindAll("#close option"), option => option.GetAttribute("value") == "done");
    }

    [Fact]
    public async Task A_new_clock_has_an_id_of_its_own()
    {
        var panel = await ShowAsync(Element("Process", Clock("clock-1")));
        await panel.FindAll(".cfd-add")[0].ClickAsync(new());
        Assert.Contains("id=clock-2", Edits.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_a_script_says_that_it_is_FEEL()
    {
        var panel = await ShowAsync(Element("ScriptTask"));
        await panel.Find("#script").ChangeAsync(new() { Value = "1 + 1" });
        Assert.Equal(["set it scriptFormat=feel", "set it script=1 + 1"], Edits);
    }

    [Fact]
    public async Task Names_the_problems_of_its_element_only()
    {
        var panel = await ShowAsync(Element("UserTask"));
        panel.Render(parameters => parameters.Add(it => it.AllProblems, [Problem("it", "here"), Problem("other", "there")]));
        Assert.Equal(["here"], panel.FindAll(".cfd-note").Select(note => note.TextContent));
    }

    private static Problem Problem(string element, string message) => new(ProblemSeverity.Error, "rule", message, "flow.bpmn", 1, element);
}
