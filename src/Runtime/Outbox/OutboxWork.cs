using CaseFlow.Engine;
using CaseFlow.Engine.Effects;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Watching;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Outbox;

/// <summary>
/// Does what one claimed row asks. A row that fails comes back later and later, and is given up in the end; one that a dead node
/// held comes back when its lease ends.
/// </summary>
internal sealed partial class OutboxWork(
    OutboxShelf shelf, JobRunner jobs, Messenger messenger, SignalTower signals, CaseRunner runner, OutboxOptions options, FaultPoints points, ILogger<OutboxWork> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Never fails: when the database can't be reached, the row's lease ends by itself.</summary>
    public async Task DoAsync(OutboxRecord row, CancellationToken cancel)
    {
        using var trace = Traces.Outbox(row);
        try
        {
            await TryAsync(row, cancel);
        }
        catch (Exception e)
        {
            LogLeft(row.Key, e);
        }
    }

    private async Task TryAsync(OutboxRecord row, CancellationToken cancel)
    {
        try
        {
            await SendAsync(row, EffectJson.Read(row.Kind, row.Payload), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The node stops: another one may take it at once.
            await shelf.AgainAsync(row, runner.Now, row.LastError, CancellationToken.None);
        }
        catch (Exception e)
        {
            await PutAsideAsync(row, e, cancel);
        }
    }

    private async Task PutAsideAsync(OutboxRecord row, Exception e, CancellationToken cancel)
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Key} stays claimed until its lease ends: what became of it could not be stored.")]
    private partial void LogLeft(string key, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Key} failed on attempt {Attempt} and will be tried again: {Why}")]
    private partial void LogFailed(string key, int attempt, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Key} is given up after {Attempt} attempts.")]
    private partial void LogGivenUp(string key, int attempt, Exception e);
}
