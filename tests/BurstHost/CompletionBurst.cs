using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.BurstHost;

/// <summary>Completes tasks as fast as it can until it is killed. A line on standard output, "case task", says that a completion was answered.</summary>
internal static class CompletionBurst
{
    private const string Tenant = "t1";

    private const string Bpmn =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test"><bpmn:process id="p" name="P" isExecutable="true">
          <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="a" /><bpmn:userTask id="a" name="A" />
          <bpmn:sequenceFlow id="f1" sourceRef="a" targetRef="b" /><bpmn:userTask id="b" name="B" /><bpmn:sequenceFlow id="f2" sourceRef="b" targetRef="e" /><bpmn:endEvent id="e" />
        </bpmn:process></bpmn:definitions>
        """;

    public static async Task<int> RunAsync(string database)
    {
        var settings = new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={database}" };
        await using var services = new ServiceCollection().AddLogging()
            .AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync();
        await using (var context = services.GetRequiredService<Database>().Open(ReadScope.Whole(Tenant)))
            if (!await context.Flows.AnyAsync())
                await services.GetRequiredService<Publisher>().PublishAsync(Tenant, "test", "two", new Dictionary<string, string> { ["flow.bpmn"] = Bpmn }, "", default);
        var runner = services.GetRequiredService<CaseRunner>();
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Parallel.ForEachAsync(Enumerable.Range(0, int.MaxValue), new ParallelOptions { MaxDegreeOfParallelism = 16 }, (_, cancel) => OneCaseAsync(runner, output, cancel));
        return 0;
    }

    private static async ValueTask OneCaseAsync(CaseRunner runner, TextWriter output, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(runner.Now);
        var facts = new CaseFacts(id.ToString("N"), Tenant, "complaint", "web", null, runner.Now);
        var result = await runner.StartAsync(new StartCase(Actor.System, id, new FlowRef("two", 1), facts, FeelContext.Empty), NewCase.Plain, [], cancel);
        while (result is Ran { State.Tasks.Count: > 0 } ran)
        {
            var task = ran.State.Tasks.Keys.First();
            result = await runner.AdvanceAsync(id, new CompleteTask(Actor.Staff("u1"), task, FeelContext.Empty), cancel);
            if (result is Ran) output.WriteLine($"{id} {task}");
        }
    }
}
