using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Messages;

/// <summary>Open waits, as the store lists them.</summary>
internal sealed class MessageWaits(Database database)
{
    private const int WaitsAtOnce = 10;
    private const int MessagesAtOnce = 100;

    /// <summary>The next subscriptions the message fits, the oldest case first.</summary>
    /// <param name="after">The last one of those before; null: from the oldest on.</param>
    public async Task<List<SubscriptionRecord>> ForAsync(Message message, SubscriptionRecord? after, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(message.Tenant));
        var waits = context.Subscriptions.AsNoTracking()
            .Where(wait => wait.Name == message.Name && wait.Kind == SubscriptionKind.Message && !wait.IsAction)
            .Where(wait => wait.CorrelationKey == null || wait.CorrelationKey == message.CorrelationKey);
        if (after is not null)
        {
            var (caseId, key) = (after.CaseId, after.Key);
            waits = waits.Where(wait => wait.CaseId.CompareTo(caseId) > 0 || (wait.CaseId == caseId && wait.Key > key));
        }

        return await waits.OrderBy(wait => wait.CaseId).ThenBy(wait => wait.Key).Take(WaitsAtOnce).ToListAsync(cancel);
    }

    public async Task<List<FlowStartRecord>> StartsAsync(string tenant, StartKind kind, string name, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await context.FlowStarts.AsNoTracking().Where(start => start.Kind == kind && start.Name == name).OrderBy(start => start.FlowKey).ToListAsync(cancel);
    }

    /// <summary>The next stored messages of all tenants that something waits for by now, the oldest first. One that can't be taken stays: who asks goes on behind it.</summary>
    /// <param name="after">The last one of the batch before; null: from the oldest on.</param>
    public async Task<List<MessageRecord>> DeliverableAsync(DateTimeOffset now, MessageRecord? after, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var waits = context.Subscriptions.IgnoreQueryFilters().Where(wait => wait.Kind == SubscriptionKind.Message && !wait.IsAction);
        var stored = context.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(message => message.ExpiredAt == null && message.ExpiresAt > now)
            .Where(message => waits.Any(wait =>
                wait.Tenant == message.Tenant && wait.Name == message.Name && (wait.CorrelationKey == null || wait.CorrelationKey == message.CorrelationKey)));
        if (after is not null)
        {
            var (at, tenant, id) = (after.ReceivedAt, after.Tenant, after.Id);
            stored = stored.Where(message =>
                message.ReceivedAt > at || (message.ReceivedAt == at && (message.Tenant.CompareTo(tenant) > 0 || (message.Tenant == tenant && message.Id.CompareTo(id) > 0))));
        }

        return await stored.OrderBy(message => message.ReceivedAt).ThenBy(message => message.Tenant).ThenBy(message => message.Id).Take(MessagesAtOnce).ToListAsync(cancel);
    }

    /// <summary>Ends the time to live of messages nobody waited for; they stay listed.</summary>
    public async Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var over = context.Messages.IgnoreQueryFilters().Where(message => message.ExpiredAt == null && message.ExpiresAt <= now);
        // Left by a node that died while it stored what another one was delivering.
        await over.Where(message => context.TakenMessages.IgnoreQueryFilters().Any(taken => taken.Tenant == message.Tenant && taken.Id == message.Id)).ExecuteDeleteAsync(cancel);
        return await over.ExecuteUpdateAsync(set => set.SetProperty(message => message.ExpiredAt, now), cancel);
    }
}
