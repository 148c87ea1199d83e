using System.Globalization;
using Bunit;
using CaseFlow.Designer.Trials;
using CaseFlow.Engine.Model;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer.Tests.Trials;

public sealed class TrialPlayerTests : BunitContext
{
    private const string Drawing = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0">
          <process id="p"><startEvent id="start" name="收到" />
            <subProcess id="stage" name="受理"><userTask id="register" name="登记"><extensionElements><caseflow:text lang="en" name="Register" /></extensionElements></userTask></subProcess>
            <exclusiveGateway id="choice" /><endEvent id="end" name="办结" />
            <sequenceFlow id="a" sourceRef="start" targetRef="stage" /><sequenceFlow id="b" sourceRef="stage" targetRef="choice" /><sequenceFlow id="yes" name="是" sourceRef="choice" targetRef="end" />
          </process>
        </definitions>
        """;

    private static readonly Problem Unanswered = new(ProblemSeverity.Error, "closed-without-answer", "Expected the answer.", "flow.bpmn", 7, "end")
    {
        Steps =
        [
            new TrialStep(TrialStepKind.Start, "start", null, ["a"], [], ["stage", "register"], []),
            new TrialStep(TrialStepKind.Complete, "register", null, ["b", "yes"], ["yes"], [], []),
        ],
    };

    private readonly List<TrialFrame?> frames = [];

    public TrialPlayerTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public void Tells_the_steps_in_plain_words() => Assert.Equal(
        ["案件开始：收到，接着停在“登记”", "办完“登记”，走“是”，案件到此结束"],
        Show().FindAll("li").Select(step => step.TextContent.Trim()));

    [Fact]
    public async Task Shows_each_step_on_the_drawing_and_the_problem_at_the_last()
    {
        var player = Show();
        await player.FindAll("header button")[1].ClickAsync(new());
        Assert.Equal(["was: taken: start a live: register here:", "was: start a taken: register b yes live: here: end"], frames.Select(Told));
        Assert.Equal("问题在这里：有一种走法没有答复就办结", player.Find(".cfd-note").TextContent);
    }

    [Fact]
    public async Task Says_where_it_is()
    {
        var player = Show();
        Assert.Equal("第 1 步，共 2 步", player.Find("header .cfd-said").TextContent);
        await player.Find("section").KeyDownAsync("ArrowRight");
        Assert.Equal("办完“登记”，走“是”，案件到此结束", player.Find("[aria-current=step]").TextContent.Trim());
        Assert.StartsWith("第 2 步，共 2 步 办完", player.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_no_further_than_its_ends()
    {
        var player = Show();
        Assert.True(player.FindAll("header button")[0].HasAttribute("disabled"));
        await player.Find("section").KeyDownAsync("ArrowLeft");
        await player.FindAll("li button")[1].ClickAsync(new());
        Assert.True(player.FindAll("header button")[1].HasAttribute("disabled"));
        Assert.Equal("第 2 步，共 2 步", player.Find("header .cfd-said").TextContent);
    }

    [Fact]
    public async Task Escape_closes_it_and_clears_the_drawing()
    {
        var closed = false;
        var player = Show(() => closed = true);
        await player.Find("section").KeyDownAsync("Escape");
        Assert.True(closed);
        Assert.Null(frames[^1]);
    }

    private IRenderedComponent<TrialPlayer> Show(Action? closed = null) => Render<TrialPlayer>(player => player
        .Add(it => it.Problem, Unanswered).Add(it => it.Flow, DrawnFlow.Read(Drawing)).Add(it => it.Shown, frames.Add).Add(it => it.Closed, closed ?? (() => { })));

    private static string Told(TrialFrame? frame) =>
        $"was: {string.Concat(frame!.Was.Select(id => id + " "))}taken: {string.Concat(frame.Taken.Select(id => id + " "))}live: {string.Concat(frame.Live.Select(id => id + " "))}here: {frame.Here}".TrimEnd();
}
