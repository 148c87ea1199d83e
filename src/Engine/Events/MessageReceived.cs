namespace CaseFlow.Engine.Events;

public sealed record MessageReceived(long SubscriptionKey, string ElementId, string Name, string MessageId) : CaseEvent;
