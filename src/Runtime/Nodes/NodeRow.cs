namespace CaseFlow.Runtime.Nodes;

/// <summary>A node as an operator sees it.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="DrainAskedAt">When somebody had it drain; null: nobody, or it was let go on.</param>
/// <param name="IdleSince">It drains and has had nothing in hand since then.</param>
public sealed record NodeRow(
    string Name, string Version, DateTimeOffset StartedAt, DateTimeOffset SeenAt, NodeCondition Condition, DateTimeOffset? DrainAskedAt = null, DateTimeOffset? IdleSince = null);

public enum NodeCondition
{
    Running,

    /// <summary>It was asked to, or claims no work any more, and still has some in hand.</summary>
    Draining,

    /// <summary>It drains and has nothing in hand: the process can be stopped.</summary>
    Drained,

    /// <summary>Not heard of for half a minute.</summary>
    Silent,
}
