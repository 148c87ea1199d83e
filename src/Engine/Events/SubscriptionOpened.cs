using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record SubscriptionOpened(SubscriptionState Subscription) : CaseEvent;
