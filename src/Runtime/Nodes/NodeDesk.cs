using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Watching;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Nodes;

/// <summary>Where an admin sees the nodes and how much waits for them, and has one drain or go on. Each wish is recorded for the auditor.</summary>
public sealed class NodeDesk
{
    private readonly Database _database;
    private readonly NodeRegister _register;
    private readonly NodeState _here;
    private readonly TimeProvider _time;

    internal NodeDesk(Database database, NodeRegister register, NodeState here, TimeProvider time) => (_database, _register, _here, _time) = (database, register, here, time);

    /// <summary>The node that answers this.</summary>
    public string Here => _here.Name;

    /// <summary>By name. Nodes that were silent for a day are forgotten.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public Task<IReadOnlyList<NodeRow>> ListAsync(Reader reader, CancellationToken cancel = default)
    {
        Demand(reader);
        return _register.ListAsync(cancel);
    }

    /// <summary>How much waits in the database, for whichever node takes it.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<WaitingWork> WaitingAsync(Reader reader, CancellationToken cancel = default)
    {
        Demand(reader);
        var queues = await QueueLengths.ReadAsync(_database, _time.GetUtcNow(), cancel);
        return new WaitingWork(queues.Due, queues.Outbox, queues.DeadLetters, queues.Messages, queues.OldestUnsent);
    }

    /// <summary>Has a node drain, or go on. It takes a few seconds until the node knows.</summary>
    /// <returns>False: there is no such node any more.</returns>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<bool> AskAsync(Reader reader, string name, bool drain, string reason, CancellationToken cancel = default)
    {
        Demand(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        if (await context.Nodes.SingleOrDefaultAsync(row => row.Name == name, cancel) is not { } node) return false;
        node.DrainAskedAt = drain ? now : null;
        context.OfficeActs.Add(OfficeActRecord.Of(reader.Tenant, reader.UserId, drain ? "node-drained" : "node-resumed", name, reason, now));
        try
        {
            await context.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It stopped meanwhile.
            return false;
        }
    }

    private static void Demand(Reader reader)
    {
        if (!reader.Is(Roles.Admin)) throw new UnauthorizedAccessException($"Expected the role {Roles.Admin} for nodes, but {reader.UserId} does not have it.");
    }
}

/// <summary>Rows that wait, each counted up to <see cref="MostCounted"/>, which then means: that many or more.</summary>
/// <param name="Due">Timers and marks of clocks whose time has come.</param>
/// <param name="ToSend">Activities, messages and signals that may be sent now.</param>
/// <param name="NotDelivered">What was given up, of all tenants.</param>
/// <param name="Messages">Messages that no case waited for yet.</param>
/// <param name="OldestToSend">How long the oldest of what may be sent has waited; null: nothing waits.</param>
public sealed record WaitingWork(int Due, int ToSend, int NotDelivered, int Messages, TimeSpan? OldestToSend)
{
    public const int MostCounted = QueueLengths.Most;
}
