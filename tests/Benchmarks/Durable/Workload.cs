using System.Collections.Concurrent;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Cases of five tasks in a row with a clock, completed one after another.</summary>
internal static class Workload
{
    private const string Tenant = "bench";

    private static readonly FlowRef Flow = new("five", 1);

    private static readonly string Bpmn =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0" id="d" targetNamespace="urn:bench">
          <bpmn:process id="p" name="Five" isExecutable="true">
            <bpmn:extensionElements><caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="24" /></bpmn:extensionElements>
            <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="t1" />
        """
        + string.Concat(Enumerable.Range(1, 5).Select(n => $"""<bpmn:userTask id="t{n}" name="T{n}" /><bpmn:sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="{(n < 5 ? $"t{n + 1}" : "e")}" />"""))
        + """<bpmn:endEvent id="e" /></bpmn:process></bpmn:definitions>""";

    public static async Task PublishAsync(Store store)
    {
        var outcome = await store.Get<Publisher>().PublishAsync(Tenant, "bench", Flow.Key, new Dictionary<string, string> { ["flow.bpmn"] = Bpmn }, "", default);
        if (outcome.Version is null) throw new InvalidOperationException(string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
    }

    public static async Task<List<Guid>> StartAsync(Store store, int cases, int workers)
    {
        var runner = store.Get<CaseRunner>();
        var ids = new ConcurrentBag<Guid>();
        await EachAsync(Enumerable.Range(0, cases), workers, async _ =>
        {
            var id = Guid.CreateVersion7(runner.Now);
            var facts = new CaseFacts(id.ToString("N"), Tenant, "complaint", "web", null, runner.Now);
            var variables = FeelContext.Empty.With("title", FeelValue.From("路灯不亮")).With("description", FeelValue.From(new string('说', 200)));
            if (await runner.StartAsync(new StartCase(Actor.System, id, Flow, facts, variables), NewCase.Plain, []) is not Ran) throw new InvalidOperationException("Expected a case to start.");
            ids.Add(id);
        });
        return [.. ids];
    }

    /// <summary>Completes every task of every case through the runner.</summary>
    public static async Task<Laps> CompleteAsync(Store store, List<Guid> cases, int workers)
    {
        var (runner, laps) = (store.Get<CaseRunner>(), new Laps());
        await EachAsync(cases, workers, async caseId =>
        {
            var state = (await store.Get<CaseStore>().LoadAsync(caseId, fresh: false))!.State;
            while (state.Tasks.Count > 0)
            {
                var command = new CompleteTask(Actor.Staff("u1"), state.Tasks.Keys.First(), FeelContext.Empty);
                state = await laps.MeasureAsync(() => runner.AdvanceAsync(caseId, command)) is Ran ran ? ran.State : throw new InvalidOperationException("Expected a completion.");
            }
        });
        laps.Stop();
        return laps;
    }

    private static Task EachAsync<T>(IEnumerable<T> items, int workers, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (item, _) => await work(item));
}
