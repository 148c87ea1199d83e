using System.Diagnostics.Metrics;
using System.Text.Json;
using CaseFlow.Benchmarks.Support;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Nodes;

/// <summary>One node of the benchmark: completes the cases that its input names, a line an order, and answers with what it measured.</summary>
internal sealed class NodeWorker(Store store)
{
    private long _conflicts;
    private int _refused;

    public static async Task<int> RunAsync(string connection)
    {
        await using var store = await Store.OpenAsync(DatabaseProvider.Postgres, connection);
        var worker = new NodeWorker(store);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "caseflow.commit.conflicts") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref worker._conflicts, count));
        meters.Start();
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line) Console.WriteLine(JsonSerializer.Serialize(await worker.CompleteAsync(JsonSerializer.Deserialize<NodeOrder>(line)!)));
        return 0;
    }

    private async Task<NodeLap> CompleteAsync(NodeOrder order)
    {
        (_conflicts, _refused) = (0, 0);
        var laps = new Laps();
        await Parallel.ForEachAsync(order.Cases, new ParallelOptions { MaxDegreeOfParallelism = order.Workers }, async (id, _) => await CompleteAsync(id, laps));
        laps.Stop();
        return new NodeLap(laps.Count - _refused, 1, laps.Count == 0 ? 0 : laps.Percentile(0.5), _conflicts, _refused);
    }

    private async Task CompleteAsync(Guid caseId, Laps laps)
    {
        var (runner, cases) = (store.Get<CaseRunner>(), store.Get<CaseStore>());
        var state = (await cases.LoadAsync(caseId, fresh: false))!.State;
        while (state.Tasks.Count > 0)
        {
            var command = new CompleteTask(Actor.Staff("u1"), state.Tasks.Keys.First(), FeelContext.Empty);
            switch (await laps.MeasureAsync(() => runner.AdvanceAsync(caseId, command)))
            {
                case Ran ran:
                    state = ran.State;
                    break;
                case NotRun { Code: "task-not-open" or "case-closed" or "busy" }:
                    Interlocked.Increment(ref _refused);
                    state = (await cases.LoadAsync(caseId, fresh: true))!.State;
                    break;
                case NotRun failed:
                    throw new InvalidOperationException(failed.Message);
            }
        }
    }
}
