using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Messages;

/// <summary>Messages that wait, and the ids of those that were taken.</summary>
internal sealed class MessageStore(Database database)
{
    /// <summary>What became of a message with that id; null: there was none.</summary>
    public async Task<MessageFate?> KnownAsync(string tenant, string id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        if (await context.TakenMessages.AnyAsync(taken => taken.Id == id, cancel)) return MessageFate.TakenBefore;
        var stored = await context.Messages.AsNoTracking().Where(message => message.Id == id).Select(message => new { message.ExpiredAt, message.ExpiresAt }).SingleOrDefaultAsync(cancel);
        if (stored is null) return null;
        return stored.ExpiredAt is not null || stored.ExpiresAt <= now ? MessageFate.Expired : MessageFate.TakenBefore;
    }

    /// <summary>Stores it; the same id twice is one message.</summary>
    /// <returns>False: it was taken meanwhile, and is not stored.</returns>
    public async Task<bool> KeepAsync(Message message, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        context.Messages.Add(new MessageRecord
        {
            Tenant = message.Tenant,
            Id = message.Id,
            Name = message.Name,
            CorrelationKey = message.CorrelationKey,
            Payload = Write(message.Variables),
            ActorKind = message.Actor.Kind,
            ActorId = message.Actor.Id,
            ReceivedAt = now,
            ExpiresAt = expiresAt,
        });
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            if (await KnownAsync(message.Tenant, message.Id, now, cancel) is null) throw;
        }

        // Whoever takes it from here on deletes the row.
        if (!await context.TakenMessages.IgnoreQueryFilters().AnyAsync(taken => taken.Tenant == message.Tenant && taken.Id == message.Id, cancel)) return true;
        await context.Messages.IgnoreQueryFilters().Where(row => row.Tenant == message.Tenant && row.Id == message.Id).ExecuteDeleteAsync(cancel);
        return false;
    }

    /// <summary>Forgets ids that were taken before that time: the same id sent again would be a new message then.</summary>
    public async Task ForgetTakenAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        await context.TakenMessages.IgnoreQueryFilters().Where(taken => taken.At < before).ExecuteDeleteAsync(cancel);
    }

    public static Message Read(MessageRecord row)
    {
        using var json = JsonDocument.Parse(row.Payload);
        return new(row.Tenant, row.Id, row.Name, row.CorrelationKey, (FeelContext)FeelJson.ReadTyped(json.RootElement), new Actor(row.ActorKind, row.ActorId));
    }

    private static byte[] Write(FeelContext variables)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) FeelJson.WriteTyped(json, variables);
        return buffer.ToArray();
    }
}
