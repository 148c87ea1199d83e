using Bunit;
using CaseFlow.Designer.Flows;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer.Tests.Flows;

public sealed class PublishDialogTests : BunitContext
{
    private static readonly VersionRow[] Versions = [Version(3, 17), Version(2, 4), Version(1, 0)];

    public PublishDialogTests()
    {
        Services.AddLocalization();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Says_how_many_cases_stay_on_which_version() =>
        Assert.Equal(["17", "4"], Show().FindAll("tbody td:last-child").Select(cell => cell.TextContent));

    [Fact]
    public void Asks_for_a_note_before_it_publishes() => Assert.True(Show().Find(".cfd-primary").HasAttribute("disabled"));

    [Fact]
    public async Task Publishes_with_the_note()
    {
        string? published = null;
        var dialog = Show(note => published = note);
        await dialog.Find("textarea").InputAsync(new() { Value = " call back within a day " });
        await dialog.Find(".cfd-primary").ClickAsync(new());
        Assert.Equal("call back within a day", published);
    }

    [Fact]
    public void Offers_no_publishing_while_a_problem_stands_in_the_way()
    {
        var dialog = Show(problems: new Problem(ProblemSeverity.Error, "no-team", "Expected a team.", "flow.bpmn", 1, "it"));
        Assert.Empty(dialog.FindAll(".cfd-primary"));
        Assert.Equal(["Expected a team."], dialog.FindAll(".cfd-refused li").Select(item => item.TextContent));
    }

    private IRenderedComponent<PublishDialog> Show(Action<string>? publish = null, params Problem[] problems) => Render<PublishDialog>(dialog => dialog
        .Add(it => it.Problems, problems)
        .Add(it => it.Versions, Versions)
        .Add(it => it.Publish, publish ?? (_ => { })));

    private static VersionRow Version(int version, int openCases) => new(version, DateTimeOffset.UnixEpoch, "li.na", "note", "ab", openCases);
}
