using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class DueWorkMigrationTests(PostgresCluster cluster)
{
    public static TheoryData<DatabaseProvider> Both => Databases.Both;

    [SkippableTheory, MemberData(nameof(Both))]
    public async Task Gives_waiting_rows_of_the_first_schema_their_tenant_and_activity(DatabaseProvider provider)
    {
        await using var bureau = await cluster.OpenAsync(provider);
        await bureau.PublishAsync("work", Bpmn(
            $"""
             <bpmn:startEvent id="s" />{Flow("s", "work")}
             <bpmn:serviceTask id="work"><bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">hello</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>
             <bpmn:boundaryEvent id="late" attachedToRef="work"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
             {Flow("late", "e")}{Flow("work", "e")}<bpmn:endEvent id="e" />
             """));
        await bureau.StartAsync("work");
        await using var context = bureau.Database.OpenUnscoped();
        var migrator = context.GetService<IMigrator>();

        await using (await bureau.Get<IMigrationLock>().TakeAsync(default))
        {
            await migrator.MigrateAsync("Initial");
            await migrator.MigrateAsync();
        }

        var due = await context.DueRows.IgnoreQueryFilters().SingleAsync();
        Assert.Equal((Tenant, bureau.Time.Now.AddHours(1), bureau.Time.Now.AddHours(1)), (due.Tenant, due.DueAt, due.VisibleAt));
        Assert.Equal("notify-reporter", (await context.Outbox.IgnoreQueryFilters().SingleAsync()).Activity);
    }
}
