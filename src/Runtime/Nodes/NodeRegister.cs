using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Nodes;

/// <summary>The nodes that work on this database.</summary>
public sealed class NodeRegister
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly string Version = typeof(NodeRegister).Assembly.GetName().Version?.ToString(3) ?? "";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal NodeRegister(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>By name. Nodes that were silent for a day are forgotten.</summary>
    public async Task<IReadOnlyList<NodeRow>> ListAsync(CancellationToken cancel = default)
    {
        await using var context = _database.OpenUnscoped();
        var rows = await context.Nodes.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
        return [.. rows.Select(row => new NodeRow(row.Name, row.Version, row.StartedAt, row.SeenAt, ConditionOf(row), row.DrainAskedAt, row.IdleSince))];
    }

    /// <summary>Says that the node is there and how it stands.</summary>
    /// <returns>Whether it is to drain.</returns>
    internal async Task<bool> BeatAsync(NodeState node, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.OpenUnscoped();
        var row = await context.Nodes.SingleOrDefaultAsync(row => row.Name == node.Name, cancel);
        if (row is null) context.Nodes.Add(row = new NodeRecord { Name = node.Name, Version = Version, StartedAt = now, SeenAt = now });
        row.SeenAt = now;
        row.DrainingSince = node.IsDraining ? row.DrainingSince ?? now : null;
        row.IdleSince = node is { IsDraining: true, IsIdle: true } ? row.IdleSince ?? now : null;
        await context.SaveChangesAsync(cancel);
        return row.DrainAskedAt is not null;
    }

    /// <summary>A node begins: whoever was called so before it, and was asked to drain, is gone.</summary>
    internal async Task EnrolAsync(NodeState node, CancellationToken cancel)
    {
        await LeaveAsync(node, cancel);
        var forgotten = _time.GetUtcNow() - Remembered;
        await using var context = _database.OpenUnscoped();
        await context.Nodes.Where(row => row.SeenAt < forgotten).ExecuteDeleteAsync(cancel);
        await BeatAsync(node, cancel);
    }

    internal async Task LeaveAsync(NodeState node, CancellationToken cancel)
    {
        await using var context = _database.OpenUnscoped();
        await context.Nodes.Where(row => row.Name == node.Name).ExecuteDeleteAsync(cancel);
    }

    private NodeCondition ConditionOf(NodeRecord row) =>
        _time.GetUtcNow() - row.SeenAt > Silence ? NodeCondition.Silent
        : row is { DrainAskedAt: null, DrainingSince: null } ? NodeCondition.Running
        : row.IdleSince is null ? NodeCondition.Draining : NodeCondition.Drained;
}
