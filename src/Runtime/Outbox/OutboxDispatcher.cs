using CaseFlow.Engine;
using CaseFlow.Engine.Effects;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Outbox;

/// <summary>
/// Works off the outbox: every unsent row, at least once. A row that fails comes back later and later, and is given up in the
/// end; one that a dead node held comes back when its lease ends.
/// </summary>
internal sealed partial class OutboxDispatcher(
    WorkQueues queues, Leases leases, OutboxShelf shelf, JobRunner jobs, Messenger messenger, SignalTower signals, CaseRunner runner, OutboxOptions options, FaultPoints points, ILogger<OutboxDispatcher> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Works off what may be sent now.</summary>
    /// <returns>How many rows were worked on.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        while (true)
        {
            var rows = new List<OutboxRecord>();
            foreach (var queue in await queues.OutboxAsync(cancel))
                if (queue.Next <= runner.Now)
                    rows.AddRange(await leases.ClaimOutboxAsync(queue.Tenant, queue.Activity, runner.Now, options.LeaseTime, options.BatchSize, cancel));
            if (rows.Count > 0) points.Reached(FaultPoints.OutboxClaimed);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancel };
            await Parallel.ForEachAsync(rows, parallel, async (row, _) => await DispatchAsync(row, cancel));
            count += rows.Count;
            if (rows.Count == 0) return count;
        }
    }

    private async Task DispatchAsync(OutboxRecord row, CancellationToken cancel)
    {
        try
        {
            await SendAsync(row, EffectJson.Read(row.Kind, row.Payload), cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (row.Attempts >= options.MostAttempts)
            {
                LogGivenUp(row.Key, row.Attempts, e);
                await shelf.GiveUpAsync(row, runner.Now, e.Message, cancel);
                return;
            }

            LogFailed(row.Key, row.Attempts, e.Message);
            await shelf.AgainAsync(row, runner.Now + Backoff.After(row.Attempts, FirstPause), e.Message, cancel);
        }
    }

    private async Task SendAsync(OutboxRecord row, Effect effect, CancellationToken cancel)
    {
        switch (effect)
        {
            case RunActivity run:
                await jobs.RunAsync(row, run, cancel);
                return;
            case SendMessage send:
                await messenger.SendAsync(new Message(row.Tenant, row.Key, send.Name, send.CorrelationKey, send.Variables, SentBy(row)), cancel);
                break;
            case BroadcastSignal signal:
                await signals.BroadcastAsync(row.Tenant, row.Key, signal.Name, signal.Variables, SentBy(row), cancel);
                break;
        }

        points.Reached(FaultPoints.EffectDoneRowKept);
        await shelf.DoneAsync(row, cancel);
    }

    private static Actor SentBy(OutboxRecord row) => new(ActorKind.System, $"case:{row.CaseId:D}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Key} failed on attempt {Attempt} and will be tried again: {Why}")]
    private partial void LogFailed(string key, int attempt, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Key} is given up after {Attempt} attempts.")]
    private partial void LogGivenUp(string key, int attempt, Exception e);
}
