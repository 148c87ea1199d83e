using Bunit;
using CaseFlow.Designer.Diagram;
using CaseFlow.Designer.Problems;
using CaseFlow.Engine.Model;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer.Tests.Problems;

public sealed class ProblemListTests : BunitContext
{
    private static readonly Problem NoTeam = new(ProblemSeverity.Error, "no-team", "Expected a team.", "flow.bpmn", 12, "review");
    private static readonly Problem BadFile = new(ProblemSeverity.Warning, "unused-form", "Nothing uses this form.", "old.form.json", 3, null);

    public ProblemListTests() => Services.AddLocalization();

    [Fact]
    public void Names_steps_as_people_do_and_files_with_their_line()
    {
        var list = Show(_ => { });
        Assert.Equal(["审核", "old.form.json:3"], list.FindAll(".cfd-where").Select(where => where.TextContent));
    }

    [Fact]
    public async Task A_click_asks_for_the_element()
    {
        Problem? chosen = null;
        await Show(problem => chosen = problem).Find("button.cfd-problem-row").ClickAsync(new());
        Assert.Equal(NoTeam, chosen);
    }

    [Fact]
    public void A_problem_of_no_element_can_not_be_clicked() =>
        Assert.True(Show(_ => { }).FindAll("button.cfd-problem-row")[1].HasAttribute("disabled"));

    [Fact]
    public async Task Folds_away()
    {
        var list = Show(_ => { });
        await list.Find("header button").ClickAsync(new());
        Assert.Empty(list.FindAll("li"));
        Assert.Equal("false", list.Find("header button").GetAttribute("aria-expanded"));
    }

    private IRenderedComponent<ProblemList> Show(Action<Problem> chosen) => Render<ProblemList>(list => list
        .Add(it => it.Problems, [NoTeam, BadFile])
        .Add(it => it.Steps, [new StepRef("review", "bpmn:UserTask", "审核")])
        .Add(it => it.Chosen, chosen));
}
