using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Tests.Work;

/// <summary>A case that stopped at a gateway, and what leaders do about it.</summary>
public sealed class IncidentDeskTests
{
    private static readonly string Fork = TestFlows.Bpmn(
        """
        <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="u" /><bpmn:userTask id="u" name="U" /><bpmn:sequenceFlow id="f" sourceRef="u" targetRef="g" /><bpmn:exclusiveGateway id="g" name="G" />
        <bpmn:sequenceFlow id="toA" sourceRef="g" targetRef="a"><bpmn:conditionExpression>size = "large"</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:userTask id="a" name="A" />
        <bpmn:sequenceFlow id="toB" name="few" sourceRef="g" targetRef="b"><bpmn:conditionExpression>people &lt; 3</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:userTask id="b" name="B" />
        <bpmn:sequenceFlow id="ae" sourceRef="a" targetRef="e" /><bpmn:sequenceFlow id="be" sourceRef="b" targetRef="e" /><bpmn:endEvent id="e" />
        """);

    [Fact]
    public async Task The_page_offers_the_ways_and_the_data_and_the_timeline_tells_who_and_why()
    {
        await using var bureau = await Seeded.OpenAsync();
        var (number, caseId) = await StuckAsync(bureau);
        var supervisor = await bureau.ReaderAsync("supervisor");
        var incident = Assert.Single((await bureau.ViewAsync("supervisor", number))!.Incidents);
        Assert.Equal([("toA", null, "A"), ("toB", "few", "B")], incident.Ways.Select(way => (way.FlowId, way.Name?.Text, way.To.Text)));
        Assert.Equal([("people", "9"), ("size", null)], incident.Variables.Select(variable => (variable.Name, variable.Value)));

        Assert.IsType<Done>(await bureau.Get<WorkDesk>().SkipIncidentAsync(supervisor, caseId, incident.Key, "toA", "asked by phone"));

        Assert.Equal("a", Assert.Single((await bureau.StateAsync(caseId)).Tasks.Values).ElementId);
        var told = Assert.Single(await bureau.Get<CaseQueries>().TimelineAsync(supervisor, caseId), row => row.Type == "incident-resolved");
        Assert.Equal((supervisor.DisplayName, "skip-incident", "skipped: asked by phone"), (told.ActorName, told.Cause, told.Why));
    }

    [Fact]
    public async Task Mended_data_keep_their_kind()
    {
        await using var bureau = await Seeded.OpenAsync();
        var (number, caseId) = await StuckAsync(bureau);
        var incident = Assert.Single((await bureau.ViewAsync("supervisor", number))!.Incidents);

        Assert.IsType<Done>(await bureau.Get<WorkDesk>().MendVariablesAsync(await bureau.ReaderAsync("supervisor"), caseId, incident.Key, new Dictionary<string, string?> { ["people"] = " 2 " }, "typed wrongly"));

        var state = await bureau.StateAsync(caseId);
        Assert.Equal((FeelValue.From(2), "b"), (state.Variables.Find("people"), Assert.Single(state.Tasks.Values).ElementId));
    }

    [Fact]
    public async Task Only_leaders_skip_or_mend()
    {
        await using var bureau = await Seeded.OpenAsync();
        var (number, caseId) = await StuckAsync(bureau);
        var incident = Assert.Single((await bureau.ViewAsync("supervisor", number))!.Incidents);
        var (desk, clerk) = (bureau.Get<WorkDesk>(), await bureau.ReaderAsync("dispatch1"));

        Assert.Equal("forbidden", Assert.IsType<Refused>(await desk.SkipIncidentAsync(clerk, caseId, incident.Key, "toA", "why")).Code);
        Assert.Equal("forbidden", Assert.IsType<Refused>(await desk.MendVariablesAsync(clerk, caseId, incident.Key, new Dictionary<string, string?> { ["people"] = "2" }, "why")).Code);
        Assert.Equal("reason-missing", Assert.IsType<Refused>(await desk.SkipIncidentAsync(await bureau.ReaderAsync("supervisor"), caseId, incident.Key, "toA", " ")).Code);
    }

    private static async Task<(string Number, Guid CaseId)> StuckAsync(Bureau bureau)
    {
        var outcome = await bureau.Get<Publisher>().PublishAsync(Seeded.Tenant, "test", "p", new Dictionary<string, string> { ["flow.bpmn"] = Fork }, "", default);
        Assert.Equal(1, outcome.Version);
        var start = TestFlows.Start(bureau, "p", TestFlows.Variables(("people", FeelValue.From(9))));
        var runner = bureau.Get<CaseFlow.Runtime.Running.CaseRunner>();
        await runner.StartAsync(start with { Facts = start.Facts with { Tenant = Seeded.Tenant } }, CaseFlow.Runtime.Storage.Commits.NewCase.Plain, []);
        await bureau.CompleteAsync(await bureau.StateAsync(start.CaseId));
        return (start.Facts.Number, start.CaseId);
    }
}
