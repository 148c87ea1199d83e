using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Due;

[Collection(PostgresCollection.Name)]
public sealed class StartFaultTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task A_start_timer_that_fails_keeps_no_other_from_firing_and_fires_once_itself(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        foreach (var flow in new[] { "bad", "good" })
        {
            await bureau.PublishAsync(flow, Hourly);
            bureau.Time.Advance(TimeSpan.FromMinutes(1));
        }

        bureau.Time.Advance(TimeSpan.FromHours(1));
        using (var fault = new FailingStatements("update", "bad"))
        {
            await bureau.Get<StartSweep>().SweepAsync(default);
            Assert.Equal(1, fault.Failed);
        }

        Assert.Equal((1, 1), (await CasesAsync(bureau, "good"), await CasesAsync(bureau, "bad")));
        bureau.Time.Advance(TimeSpan.FromMinutes(2));
        await bureau.Get<StartSweep>().SweepAsync(default);
        Assert.Equal((1, 1), (await CasesAsync(bureau, "good"), await CasesAsync(bureau, "bad")));
        bureau.Time.Advance(TimeSpan.FromHours(1));
        await bureau.Get<StartSweep>().SweepAsync(default);
        Assert.Equal((2, 2), (await CasesAsync(bureau, "good"), await CasesAsync(bureau, "bad")));
    }

    private static async Task<int> CasesAsync(Bureau bureau, string flow)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(Tenant));
        return await context.Cases.CountAsync(row => row.FlowKey == flow);
    }

    private static readonly string Hourly = Bpmn(
        $"""
         <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="t"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
         {Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);
}
