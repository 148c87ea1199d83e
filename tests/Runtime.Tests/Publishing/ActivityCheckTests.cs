using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Tests.Support;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Publishing;

public sealed class ActivityCheckTests
{
    [Theory]
    [InlineData("""<caseflow:activity type="send-fax" />""", "unknown-activity")]
    [InlineData("""<caseflow:activity type="notify-reporter" />""", "missing-setting")]
    [InlineData("""<caseflow:activity type="suggest-duplicates"><caseflow:setting name="limit">3</caseflow:setting></caseflow:activity>""", "unknown-setting")]
    public async Task Refuses_what_the_activity_does_not_know(string activity, string rule)
    {
        await using var bureau = await Bureau.OpenAsync();

        var outcome = await PublishAsync(bureau, activity);

        Assert.Null(outcome.Version);
        Assert.Equal([(ProblemSeverity.Error, rule, "work")], outcome.Problems.Select(problem => (problem.Severity, problem.Rule, problem.ElementId!)));
    }

    [Fact]
    public async Task Lets_further_settings_of_open_case_be_variables()
    {
        await using var bureau = await Bureau.OpenAsync();

        var outcome = await PublishAsync(bureau, """<caseflow:activity type="open-case"><caseflow:setting name="flow">other</caseflow:setting><caseflow:setting name="title">x</caseflow:setting></caseflow:activity>""");

        Assert.Equal(1, outcome.Version);
    }

    private static Task<PublishOutcome> PublishAsync(Bureau bureau, string activity)
    {
        var bpmn = Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "work")}
             <bpmn:serviceTask id="work" name="Work"><bpmn:extensionElements>{activity}</bpmn:extensionElements></bpmn:serviceTask>
             {Flow("work", "e")}<bpmn:endEvent id="e" />
             """);
        return bureau.Get<Publisher>().PublishAsync(Tenant, "test", "work", new Dictionary<string, string> { ["flow.bpmn"] = bpmn }, "", default);
    }
}
