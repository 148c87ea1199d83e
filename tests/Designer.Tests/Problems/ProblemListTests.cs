using Bunit;
using CaseFlow.Designer.Diagram;
using CaseFlow.Designer.Problems;
using CaseFlow.Engine.Model;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer.Tests.Problems;

public sealed class ProblemListTests : BunitContext
{
    private static readonly Problem NoTeam = new(ProblemSeverity.Error, "unknown-team", "Expected a team.", "flow.bpmn", 12, "review") { Steps = [new TrialStep(TrialStepKind.Start, "review", null, [], [], [], [])] };
    private static readonly Problem BadFile = new(ProblemSeverity.Warning, "form-unused", "Nothing uses this form.", "old.form.json", 3, null);

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
    public void Says_what_the_rule_means_and_folds_the_engines_words()
    {
        var item = Show(_ => { }).FindAll("li")[1];
        Assert.Equal("Nothing shows this form No start, step or action uses it. Connect it, or delete it.", item.QuerySelector(".cfd-problem-text")!.TextContent);
        Assert.False(item.QuerySelector("details")!.HasAttribute("open"));
        Assert.Contains("Nothing uses this form.", item.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_to_show_the_way_where_there_is_one()
    {
        Problem? played = null;
        var list = Render<ProblemList>(it => it.Add(list => list.Problems, [BadFile, NoTeam]).Add(list => list.Played, problem => played = problem));
        await list.Find(".cfd-way").ClickAsync(new());
        Assert.Equal(NoTeam, played);
        Assert.Single(list.FindAll(".cfd-way"));
    }

    [Fact]
    public void A_field_of_a_form_is_named_with_its_file_and_not_looked_for_in_the_drawing()
    {
        var list = Render<ProblemList>(it => it.Add(list => list.Problems, [BadFile with { ElementId = "why" }]));
        Assert.Equal("why · old.form.json:3", list.Find(".cfd-where").TextContent);
        Assert.True(list.Find(".cfd-problem-row").HasAttribute("disabled"));
    }

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
