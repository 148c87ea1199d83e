namespace CaseFlow.Engine.State;

/// <summary>An open wait for a message, a signal or a condition.</summary>
/// <param name="CorrelationKey">Which message is meant; null for case actions and signals.</param>
/// <param name="TaskKey">The task a case action stands on; null: the whole case.</param>
public sealed record SubscriptionState(
    long Key, SubscriptionKind Kind, string Name, string? CorrelationKey, string ElementId, long? TaskKey, bool IsAction);

public enum SubscriptionKind
{
    Message,
    Signal,
    Condition,
}
