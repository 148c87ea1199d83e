namespace CaseFlow.Engine.Effects;

/// <summary>Something to be done outside the case after the step is durable: one outbox row each, at least once.</summary>
/// <param name="Key">Idempotency key, <c>element:attempt</c> within the case.</param>
public abstract record Effect(string Key);
