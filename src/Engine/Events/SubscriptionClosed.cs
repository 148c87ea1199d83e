namespace CaseFlow.Engine.Events;

public sealed record SubscriptionClosed(long SubscriptionKey, string ElementId) : CaseEvent;
