using Bunit;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Cases;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Cases;

public sealed class IncidentListTests
{
    private static readonly IncidentView NoPath = new(4, "big", new LocalText("多大？", "How big?"), "no-path", "Expected a condition that holds, but none does.", DateTimeOffset.UnixEpoch)
    {
        Ways = [new("f3", new LocalText("大型犬"), new LocalText("上门捕捉", "Catch it")), new("f4", null, new LocalText("张贴启事", "Put up posters"))],
        Variables = [new("size", null)],
    };

    [Fact]
    public void Says_in_words_what_is_wrong()
    {
        using var context = new StaffContext("en");
        var list = Show(context, leads: false);
        Assert.Contains("None of the ways on from here fits this case.", list.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("button"));
    }

    [Fact]
    public async Task Skipping_asks_for_the_way_and_the_reason()
    {
        using var context = new StaffContext("en");
        (string? Flow, string Reason)? skipped = null;
        var list = Show(context, skip: (flow, reason) => skipped = (flow, reason));
        await Button(list, "Skip this step").ClickAsync(new());
        await list.Find("form").SubmitAsync();
        Assert.Equal("Please choose where the case goes on.", list.Find("[role=alert]").TextContent);
        Assert.Equal(["Catch it (大型犬)", "Put up posters"], list.FindAll("fieldset .cf-choice span").Select(way => way.TextContent));

        await list.FindAll("input[type=radio]")[1].ChangeAsync(new() { Value = "on" });
        await list.Find("form").SubmitAsync();
        Assert.Equal("Please give a reason.", list.Find("[role=alert]").TextContent);
        await list.Find("textarea").ChangeAsync(new() { Value = " known by phone " });
        await list.Find("form").SubmitAsync();

        Assert.Equal(("f4", "known by phone"), skipped);
        Assert.Empty(list.FindAll("form"));
    }

    [Fact]
    public async Task Mending_takes_what_was_changed_and_one_more()
    {
        using var context = new StaffContext("zh-CN");
        IReadOnlyDictionary<string, string?>? mended = null;
        var list = Show(context, mend: typed => mended = typed);
        await Button(list, "改正数据").ClickAsync(new());
        await list.Find("textarea").ChangeAsync(new() { Value = "漏填" });
        await list.Find("form").SubmitAsync();
        Assert.Equal("还没有改动任何数据。", list.Find("[role=alert]").TextContent);

        await list.Find("#incident-4-size").ChangeAsync(new() { Value = "small" });
        await list.Find("#incident-4-name").ChangeAsync(new() { Value = " colour " });
        await list.Find("#incident-4-value").ChangeAsync(new() { Value = "white" });
        await list.Find("form").SubmitAsync();

        Assert.Equal([("colour", "white"), ("size", "small")], mended!.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IncidentList> list, string words) => list.FindAll("button").Single(button => button.TextContent == words);

    private static IRenderedComponent<IncidentList> Show(
        StaffContext context, bool leads = true, Action<string?, string>? skip = null, Action<IReadOnlyDictionary<string, string?>>? mend = null) => context.Render<IncidentList>(with => with
        .Add(list => list.Incidents, [NoPath])
        .Add(list => list.MayRetry, leads)
        .Add(list => list.Skip, (_, flow, reason) => Done(() => skip?.Invoke(flow, reason)))
        .Add(list => list.Mend, (_, typed, _) => Done(() => mend?.Invoke(typed))));

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
