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

namespace CaseFlow.Benchmarks.Timers;

/// <summary>Cases that wait for a time, and cases alike that wait for a person: either goes on to the same next task.</summary>
internal static class TimerCases
{
    public const string Tenant = "bench";

    private static readonly FlowRef Timer = new("timer", 1);
    private static readonly FlowRef Task = new("task", 1);

    public static async Task PublishAsync(Store store)
    {
        const string Wait = """
            <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=at</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            """;
        await PublishAsync(store, Timer.Key, Wait);
        await PublishAsync(store, Task.Key, """<bpmn:userTask id="w" name="W" />""");
    }

    /// <param name="at">When the n-th case's timer is due.</param>
    public static Task<List<Guid>> StartTimersAsync(Store store, int count, int workers, Func<int, DateTimeOffset> at) =>
        StartAsync(store, Timer, count, workers, n => FeelContext.Empty.With("at", FeelValue.From(at(n).ToString("O", System.Globalization.CultureInfo.InvariantCulture))));

    public static Task<List<Guid>> StartTasksAsync(Store store, int count, int workers) => StartAsync(store, Task, count, workers, _ => FeelContext.Empty);

    public static async Task<Laps> CompleteAsync(Store store, List<Guid> cases, int workers)
    {
        var (runner, laps) = (store.Get<CaseRunner>(), new Laps());
        await EachAsync(cases, workers, async caseId =>
        {
            var state = (await store.Get<CaseStore>().LoadAsync(caseId, fresh: false))!.State;
            var command = new CompleteTask(Actor.Staff("u1"), state.Tasks.Keys.First(), FeelContext.Empty);
            if (await laps.MeasureAsync(() => runner.AdvanceAsync(caseId, command)) is not Ran) throw new InvalidOperationException("Expected a completion.");
        });
        laps.Stop();
        return laps;
    }

    private static async Task<List<Guid>> StartAsync(Store store, FlowRef flow, int count, int workers, Func<int, FeelContext> variables)
    {
        var runner = store.Get<CaseRunner>();
        var ids = new ConcurrentBag<Guid>();
        await EachAsync(Enumerable.Range(0, count), workers, async n =>
        {
            var id = Guid.CreateVersion7(runner.Now);
            var facts = new CaseFacts(id.ToString("N"), Tenant, "complaint", "web", null, runner.Now);
            if (await runner.StartAsync(new StartCase(Actor.System, id, flow, facts, variables(n)), NewCase.Plain, []) is not Ran) throw new InvalidOperationException("Expected a case to start.");
            ids.Add(id);
        });
        return [.. ids];
    }

    private static async Task PublishAsync(Store store, string key, string wait)
    {
        var bpmn =
            $"""
             <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
               <bpmn:process id="{key}" name="{key}" isExecutable="true">
                 <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="w" />{wait}<bpmn:sequenceFlow id="f1" sourceRef="w" targetRef="next" />
                 <bpmn:userTask id="next" name="Next" /><bpmn:sequenceFlow id="f2" sourceRef="next" targetRef="e" /><bpmn:endEvent id="e" />
               </bpmn:process>
             </bpmn:definitions>
             """;
        var outcome = await store.Get<Publisher>().PublishAsync(Tenant, "bench", key, new Dictionary<string, string> { ["flow.bpmn"] = bpmn }, "", default);
        if (outcome.Version is null) throw new InvalidOperationException(string.Join("\n", outcome.Problems.Select(problem => problem.Message)));
    }

    private static Task EachAsync<T>(IEnumerable<T> items, int workers, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (item, _) => await work(item));
}
