using System.Collections.Concurrent;
using CaseFlow.BurstHost.Nodes;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>Several people who start cases and complete their first task in this process, as fast as they are answered, until told to end.</summary>
internal sealed class Burst : IAsyncDisposable
{
    private const int People = 8;

    private readonly CancellationTokenSource _end = new();
    private readonly CaseRunner _runner;
    private readonly Task _working;

    public Burst(Bureau node)
    {
        _runner = node.Get<CaseRunner>();
        _working = Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(WorkAsync)));
    }

    public ConcurrentQueue<string> Answered { get; } = [];

    /// <summary>Codes of what was refused, with the message.</summary>
    public ConcurrentQueue<NotRun> Refused { get; } = [];

    /// <summary>Waits for so many further answers.</summary>
    public async Task AnswersAsync(int count, TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        for (var enough = Answered.Count + count; Answered.Count < enough;) await Task.Delay(10, limit.Token);
    }

    /// <summary>Waits until somebody is refused for want of the database.</summary>
    public async Task RefusalAsync(TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        while (!Refused.Any(refused => refused.Code == "storage-unavailable")) await Task.Delay(10, limit.Token);
    }

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _working;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7(_runner.Now);
            var facts = new CaseFacts(id.ToString("N"), BurstFlows.Tenant, "complaint", "web", null, _runner.Now);
            var start = new StartCase(Actor.System, id, new FlowRef(BurstFlows.Main, 1), facts, FeelContext.Empty.With("order", FeelValue.From(id.ToString("N"))));
            if (Heard(await _runner.StartAsync(start, NewCase.Plain, []), $"start {id}") is not Ran started) continue;
            var task = started.State.Tasks.Keys.Single();
            Heard(await _runner.AdvanceAsync(id, new CompleteTask(Actor.Staff("u1"), task, FeelContext.Empty)), $"task {id} {task}");
        }
    }

    private RunResult Heard(RunResult result, string what)
    {
        if (result is NotRun refused) Refused.Enqueue(refused);
        else Answered.Enqueue(what);
        return result;
    }
}
