using System.Threading.Channels;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>Those who ask the node for something, until it is down. What was answered is said; what fails is asked again later.</summary>
internal sealed class People(IServiceProvider services, Func<bool> isDown, Action<string> say)
{
    private static readonly TimeSpan BetweenCases = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Database _database = services.GetRequiredService<Database>();
    private readonly CaseStore _store = services.GetRequiredService<CaseStore>();
    private readonly CaseRunner _runner = services.GetRequiredService<CaseRunner>();
    private readonly Messenger _messenger = services.GetRequiredService<Messenger>();
    private readonly Channel<Guid> _changed = Channel.CreateUnbounded<Guid>();

    public async Task RunAsync()
    {
        using var listening = services.GetRequiredService<CaseFeed>().Subscribe(BurstFlows.Tenant, change => _changed.Writer.TryWrite(change.CaseId));
        await Task.WhenAll(AgainAsync(BetweenCases, OpenCaseAsync), AgainAsync(BetweenLooks, LookAsync), AgainAsync(TimeSpan.Zero, WorkAsync), AgainAsync(TimeSpan.Zero, WorkAsync));
    }

    private async Task OpenCaseAsync()
    {
        var id = Guid.CreateVersion7(_runner.Now);
        var facts = new CaseFacts(id.ToString("N"), BurstFlows.Tenant, "complaint", "web", null, _runner.Now);
        var variables = FeelContext.Empty.With("order", FeelValue.From(id.ToString("N")));
        if (await _runner.StartAsync(new StartCase(Actor.System, id, new FlowRef(BurstFlows.Main, 1), facts, variables), NewCase.Plain, []) is not Ran) return;
        say($"start {id}");
        if (ComesEarly(id.ToString("N"))) await SendAsync(id.ToString("N"));
    }

    /// <summary>Takes up what other nodes left or did.</summary>
    private async Task LookAsync()
    {
        await using var context = _database.Open(ReadScope.Whole(BurstFlows.Tenant));
        foreach (var id in await context.Cases.Where(row => row.Status == CaseStatus.Active).Select(row => row.Id).ToListAsync()) _changed.Writer.TryWrite(id);
    }

    private async Task WorkAsync()
    {
        var id = await _changed.Reader.ReadAsync();
        if ((await _store.LoadAsync(id, fresh: false))?.State is not { } state) return;
        foreach (var task in state.Tasks.Keys)
            if (await _runner.AdvanceAsync(id, new CompleteTask(Actor.Staff("u1"), task, FeelContext.Empty)) is Ran)
                say($"task {id} {task}");
        foreach (var wait in state.Subscriptions.Values)
            if (!ComesOnce(wait.CorrelationKey!))
                await SendAsync(wait.CorrelationKey!);
    }

    /// <summary>Every second message comes before its wait.</summary>
    private static bool ComesEarly(string order) => LastDigit(order) % 2 == 0;

    /// <summary>Half of those are sent again when the wait is there; the others never, or nobody would see that a stored one was lost.</summary>
    private static bool ComesOnce(string order) => LastDigit(order) % 4 == 0;

    private static int LastDigit(string order) => Convert.ToInt32(order[^1..], 16);

    private async Task SendAsync(string order)
    {
        await _messenger.SendAsync(new Message(BurstFlows.Tenant, $"go:{order}", "go", order, FeelContext.Empty, Actor.System));
        say($"message go:{order}");
    }

    private async Task AgainAsync(TimeSpan pause, Func<Task> askAsync)
    {
        while (!isDown())
        {
            try
            {
                await askAsync();
            }
            catch (Exception e)
            {
                await Console.Error.WriteLineAsync(e.Message);
            }

            await Task.Delay(pause);
        }
    }
}
