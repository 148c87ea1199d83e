using CaseFlow.Engine.Commands;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Messages;

/// <summary>
/// Correlates messages. One that comes before its wait is stored and delivered when the wait opens. That a message was taken is
/// written with the step that took it, so it is taken exactly once however often it is sent.
/// </summary>
public sealed class Messenger
{
    internal static readonly TimeSpan DefaultTimeToLive = TimeSpan.FromDays(14);

    /// <summary>How long the ids of taken messages are kept.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    private readonly MessageWaits _waits;
    private readonly MessageStore _store;
    private readonly CaseRunner _runner;
    private readonly CaseOpener _opener;
    private readonly FaultPoints _points;

    internal Messenger(MessageWaits waits, MessageStore store, CaseRunner runner, CaseOpener opener, FaultPoints points) =>
        (_waits, _store, _runner, _opener, _points) = (waits, store, runner, opener, points);

    public async Task<MessageOutcome> SendAsync(Message message, CancellationToken cancel = default)
    {
        if (await _store.KnownAsync(message.Tenant, message.Id, _runner.Now, cancel) is { } known) return new MessageOutcome(known);
        if (await DeliverAsync(message, cancel) is { } delivered) return delivered;
        if (await StartAsync(message, cancel) is { } started) return started;
        if (!await _store.KeepAsync(message, _runner.Now, _runner.Now + (message.TimeToLive ?? DefaultTimeToLive), cancel)) return new MessageOutcome(MessageFate.TakenBefore);
        _points.Reached(FaultPoints.MessageKept);
        // Its wait may have opened since we looked, and looked for messages before this one was stored.
        return await DeliverAsync(message, cancel) ?? new MessageOutcome(MessageFate.Waiting);
    }

    /// <summary>Delivers stored messages whose waits have opened, and ends the time of those nobody waited for.</summary>
    /// <returns>How many were delivered.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancel)
    {
        var count = 0;
        MessageRecord? last = null;
        while (await _waits.DeliverableAsync(_runner.Now, last, cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                if (await TryDeliverAsync(row, cancel))
                    count++;
            last = rows[^1];
        }

        await _waits.ExpireAsync(_runner.Now, cancel);
        await _store.ForgetTakenAsync(_runner.Now - Remembered, cancel);
        return count;
    }

    /// <summary>A case that can't take its message now must not hold up those of the others: it is tried again with the next sweep.</summary>
    private async Task<bool> TryDeliverAsync(MessageRecord row, CancellationToken cancel)
    {
        try
        {
            return await DeliverAsync(MessageStore.Read(row), cancel) is { Fate: MessageFate.Delivered };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <returns>Null when nothing waits for it.</returns>
    private async Task<MessageOutcome?> DeliverAsync(Message message, CancellationToken cancel)
    {
        NotRun? stopped = null;
        SubscriptionRecord? last = null;
        while (await _waits.ForAsync(message, last, cancel) is { Count: > 0 } waits)
        {
            foreach (var wait in waits)
            {
                switch (await DeliverAsync(message, wait, cancel))
                {
                    case Ran: return new MessageOutcome(MessageFate.Delivered, wait.CaseId);
                    case NotRun { Code: "duplicate" or "message-taken" }: return new MessageOutcome(MessageFate.TakenBefore);
                    case NotRun { Code: "busy" or "storage-unavailable" } failed: throw new InvalidOperationException(failed.Message);
                    case NotRun { Code: "case-stopped" } failed:
                        stopped = failed;
                        break;
                }
            }

            last = waits[^1];
        }

        return stopped is null ? null : throw new InvalidOperationException(stopped.Message);
    }

    private async Task<RunResult> DeliverAsync(Message message, SubscriptionRecord wait, CancellationToken cancel)
    {
        _points.Reached(FaultPoints.BeforeDelivery);
        var result = await _runner.AdvanceAsync(wait.CaseId, new DeliverMessage(message.Actor, wait.Key, message.Id, message.Variables), Taken(message, wait.CaseId), cancel);
        _points.Reached(FaultPoints.AfterDelivery);
        return result;
    }

    private async Task<MessageOutcome?> StartAsync(Message message, CancellationToken cancel)
    {
        var start = (await _waits.StartsAsync(message.Tenant, StartKind.Message, message.Name, cancel)).FirstOrDefault();
        if (start is null) return null;
        var caseId = Guid.CreateVersion7(_runner.Now);
        var request = new OpenRequest(message.Tenant, start.FlowKey, message.Actor, message.Variables, "api")
        {
            CaseId = caseId,
            Process = start.Process,
            StartElement = start.ElementId,
            Extra = Taken(message, caseId),
        };
        return await _opener.OpenAsync(request, cancel) switch
        {
            Ran => new MessageOutcome(MessageFate.CaseStarted, caseId),
            NotRun { Code: "duplicate" } => new MessageOutcome(MessageFate.TakenBefore),
            NotRun failed => throw new InvalidOperationException(failed.Message),
            var other => throw new InvalidOperationException($"Expected a result, but found {other}."),
        };
    }

    /// <summary>It may lie in the store: another node that was sent it at the same time found nothing that waited.</summary>
    private RowWrite[] Taken(Message message, Guid caseId) =>
        [new(Statements.TakeMessage, message.Tenant, message.Id, caseId, _runner.Now), new(Statements.DeleteMessage, message.Tenant, message.Id)];
}
