using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>Delivers a message to one open subscription of the case: a correlated message, or a case action somebody pressed.</summary>
/// <param name="MessageId">The sender's id of the message; the same id is taken once.</param>
public sealed record DeliverMessage(Actor Actor, long SubscriptionKey, string MessageId, FeelContext Variables) : Command(Actor);
