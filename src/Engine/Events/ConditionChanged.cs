namespace CaseFlow.Engine.Events;

/// <summary>A condition that is waited for became true or false.</summary>
public sealed record ConditionChanged(long SubscriptionKey, string ElementId, bool Holds) : CaseEvent;
