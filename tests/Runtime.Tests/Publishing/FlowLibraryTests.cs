using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Publishing;

public sealed class FlowLibraryTests
{
    /// <summary>What earlier versions took and passed over, and publication refuses now.</summary>
    private static readonly Dictionary<string, string> Files = new()
    {
        ["flow.bpmn"] = Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "a")}
             <bpmn:userTask id="a" name="A" startQuantity="2">
               <bpmn:extensionElements><caseflow:assignment team="dispatch" colour="red" /></bpmn:extensionElements>
               <bpmn:picture>a.png</bpmn:picture>
             </bpmn:userTask>
             {Flow("a", "r")}<bpmn:businessRuleTask id="r"><bpmn:extensionElements><caseflow:decision ref="d" /><caseflow:result variable="out" /></bpmn:extensionElements></bpmn:businessRuleTask>
             {Flow("r", "e")}<bpmn:endEvent id="e" />
             """),
        ["d.dmn"] =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="d" namespace="urn:d">
              <decision id="d" name="d"><variable name="d"><picture>d.png</picture></variable><literalExpression><text>1 + 1</text></literalExpression></decision>
            </definitions>
            """,
    };

    [Fact]
    public async Task Goes_on_with_a_flow_that_was_published_under_milder_rules()
    {
        await using var bureau = await Bureau.OpenAsync();
        await StoreAsync(bureau);

        var started = await bureau.StartAsync("old");
        var ended = await bureau.CompleteAsync(started.State);

        Assert.Equal((CaseStatus.Completed, FeelValue.From(2)), (ended.State.Status, ended.State.Variables.Find("out")));
    }

    [Fact]
    public async Task Publishes_it_only_when_it_keeps_the_rules_of_today()
    {
        await using var bureau = await Bureau.OpenAsync();

        var outcome = await bureau.Get<Publisher>().PublishAsync(Tenant, "test", "new", Files, "", default);

        Assert.Null(outcome.Version);
        Assert.Equal(
            ["dmn", "unknown-extension", "unknown-part", "unsupported-element"],
            outcome.Problems.Where(problem => problem.Severity is CaseFlow.Engine.Model.ProblemSeverity.Error).Select(problem => problem.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task StoreAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        var text = FlowText.Write(Files, FlowText.NoPins);
        context.Flows.Add(new FlowRecord { Tenant = Tenant, Key = "old", Name = "Old", Public = false, Order = 0, LatestVersion = 1 });
        context.FlowVersions.Add(new FlowVersionRecord
        {
            Tenant = Tenant,
            Key = "old",
            Version = 1,
            Files = text,
            Sha256 = FlowText.Sha256(text),
            PublishedBy = "u1",
            PublishedAt = bureau.Time.Now,
            Note = "",
        });
        await context.SaveChangesAsync();
    }
}
