namespace CaseFlow.Engine.Events;

public sealed record SignalReceived(long SubscriptionKey, string ElementId, string Name) : CaseEvent;
