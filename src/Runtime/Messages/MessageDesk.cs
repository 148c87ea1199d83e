using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Messages;

/// <summary>Where supervisors and admins see messages that no case waited for in time, and put them back or drop them. Each act is recorded for the auditor.</summary>
public sealed class MessageDesk
{
    private const int MostShown = 200;

    private readonly Database _database;
    private readonly CaseRunner _runner;
    private readonly MessageSignal _signal;

    internal MessageDesk(Database database, CaseRunner runner, MessageSignal signal) => (_database, _runner, _signal) = (database, runner, signal);

    /// <summary>The last that expired, the newest first; their contents are not shown. Empty for others than supervisors and admins.</summary>
    public async Task<IReadOnlyList<ExpiredMessage>> ListAsync(Reader reader, CancellationToken cancel = default)
    {
        if (!May(reader)) return [];
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        return await context.Messages.AsNoTracking().Where(row => row.ExpiredAt != null).OrderByDescending(row => row.ExpiredAt).ThenBy(row => row.Id).Take(MostShown)
            .Select(row => new ExpiredMessage(row.Id, row.Name, row.CorrelationKey, row.ReceivedAt, row.ExpiredAt!.Value)).ToListAsync(cancel);
    }

    /// <summary>Lets it wait again for as long as a new message does.</summary>
    /// <returns>False: no such expired message, none the reader may deal with, or somebody else was faster.</returns>
    /// <exception cref="ArgumentException">No reason.</exception>
    public Task<bool> SendAgainAsync(Reader reader, string id, string reason, CancellationToken cancel = default) => ActAsync(reader, id, "message-sent-again", reason, (_, row) =>
    {
        row.ExpiredAt = null;
        row.ExpiresAt = _runner.Now + Messenger.DefaultTimeToLive;
    }, cancel);

    /// <inheritdoc cref="SendAgainAsync"/>
    /// <summary>Drops it for good.</summary>
    public Task<bool> DropAsync(Reader reader, string id, string reason, CancellationToken cancel = default) =>
        ActAsync(reader, id, "message-dropped", reason, (context, row) => context.Messages.Remove(row), cancel);

    private async Task<bool> ActAsync(Reader reader, string id, string act, string reason, Action<CaseFlowDbContext, MessageRecord> change, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!May(reader)) return false;
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        if (await context.Messages.SingleOrDefaultAsync(row => row.Id == id && row.ExpiredAt != null, cancel) is not { } message) return false;
        change(context, message);
        var subject = message.CorrelationKey is { } key ? $"{message.Name} ({key})" : message.Name;
        context.OfficeActs.Add(OfficeActRecord.Of(reader.Tenant, reader.UserId, act, subject, reason, _runner.Now));
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        _signal.Wake();
        return true;
    }

    private static bool May(Reader reader) => reader.Is(Roles.Supervisor) || reader.Is(Roles.Admin);
}

/// <param name="Id">The sender's id.</param>
public sealed record ExpiredMessage(string Id, string Name, string? CorrelationKey, DateTimeOffset ReceivedAt, DateTimeOffset ExpiredAt);
