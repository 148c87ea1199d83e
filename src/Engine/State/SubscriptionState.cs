using System.Collections.Immutable;

namespace CaseFlow.Engine.State;

/// <summary>An open wait for a message, a signal or a condition.</summary>
/// <param name="CorrelationKey">Which message is meant; null for case actions and signals.</param>
/// <param name="TaskKey">The task a case action stands on; null: the whole case.</param>
/// <param name="ElementKey">The instance that waits: the catch event, the activity of a boundary event, or the scope of an event subprocess.</param>
/// <param name="Holds">Condition: its last value; it fires when it becomes true.</param>
public sealed record SubscriptionState(
    long Key, SubscriptionKind Kind, string Name, string? CorrelationKey, string ElementId, long? TaskKey, bool IsAction,
    long ElementKey = 0, bool Holds = false)
{
    /// <summary>Ids of the messages a subscription that stays open has taken, newest last, at most 50.</summary>
    public ImmutableArray<string> Taken { get; init; } = [];
}

public enum SubscriptionKind
{
    Message,
    Signal,
    Condition,
}
