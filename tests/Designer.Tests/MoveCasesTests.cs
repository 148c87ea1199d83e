using Bunit;
using CaseFlow.Designer.Versions;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Designer.Tests;

public sealed class MoveCasesTests : BunitContext
{
    private static readonly VersionRow[] Versions = [Version(3, 0), Version(2, 4), Version(1, 0)];

    private readonly List<MigrationRequest> _asked = [];

    public MoveCasesTests()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        Services.AddLocalization();
        Services.AddSingleton(new OfficeZone(new ConfigurationBuilder().Build()));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Counts_per_step_for_the_newest_other_version()
    {
        var page = Show();
        Assert.Equal((2, 3), (_asked.Single().From, _asked.Single().To));
        Assert.Equal(["Sign|3|Sign|3|", "Old step|1|(nothing)New step|0|The new version has no such step. Choose what goes on in its place."], Rows(page));
        Assert.Equal("3 of 4 running cases can be moved.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Counts_anew_when_another_step_is_chosen()
    {
        var page = Show();
        await page.FindAll("tbody select")[1].ChangeAsync(new() { Value = "new" });
        Assert.Equal([new("old", "new")], _asked[^1].Map.Elements);
        Assert.Equal("4 of 4 running cases can be moved.", page.Find("[role=status]").TextContent);
        await page.Find("p select").ChangeAsync(new() { Value = "1" });
        Assert.Equal((1, 0), (_asked[^1].To, _asked[^1].Map.Elements.Count));
    }

    [Fact]
    public async Task Moves_with_a_reason_and_says_what_stayed()
    {
        string? why = null;
        var page = Show((_, reason) => why = reason);
        Assert.True(page.Find(".cfd-primary").HasAttribute("disabled"));
        await page.Find("textarea").InputAsync(new() { Value = " new law " });
        await page.Find(".cfd-primary").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("3 cases moved, 0 closed or moved meanwhile, 1 stayed.", page.Find(".cfd-note").TextContent));
        Assert.Equal("new law", why);
        Assert.Equal(["261123-00004 The new version has no such step. Choose what goes on in its place."], page.FindAll(".cfd-refused li").Select(item => item.TextContent));
    }

    [Fact]
    public void A_version_with_running_cases_offers_the_move()
    {
        var list = Render<VersionList>(with => with.Add(it => it.FlowKey, "pet").Add(it => it.Versions, Versions));
        Assert.Equal(["designer/pet/versions/2/move"], list.FindAll("a").Select(link => link.GetAttribute("href")!).Where(link => link.EndsWith("move", StringComparison.Ordinal)));
    }

    private IRenderedComponent<MoveCases> Show(Action<MigrationRequest, string>? run = null) => Render<MoveCases>(page => page
        .Add(it => it.FlowKey, "pet")
        .Add(it => it.From, 2)
        .Add(it => it.Versions, Versions)
        .Add(it => it.Preview, Preview)
        .Add(it => it.Run, (request, reason, _) =>
        {
            run?.Invoke(request, reason);
            return Task.FromResult(new MigrationResult(3, 0, 1, [new MigrationFailure(Guid.Empty, "261123-00004", "step-missing", "Expected a step of pet@3, but there is none.")]));
        }));

    private Task<MigrationPreview> Preview(MigrationRequest request)
    {
        _asked.Add(request);
        var mapped = request.Map.Names("old");
        return Task.FromResult(new MigrationPreview(4, mapped ? 4 : 3, [Row("sign", "Sign", "sign", 3, 3, null), Row("old", "Old step", mapped ? "new" : null, 1, mapped ? 1 : 0, mapped ? null : "step-missing")], []));
    }

    private static MigrationStepRow Row(string id, string name, string? target, int cases, int movable, string? problem)
    {
        var choice = id == "old" ? new MigrationChoice("new", new LocalText("New step")) : new MigrationChoice("sign", new LocalText("Sign"));
        return new(id, new LocalText(name), target, cases, movable, problem, null, [choice]);
    }

    private static IEnumerable<string> Rows(IRenderedComponent<MoveCases> page) =>
        page.FindAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim().Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal))));

    private static VersionRow Version(int version, int openCases) => new(version, DateTimeOffset.UnixEpoch, "li.na", "note", "ab", openCases);
}
