namespace CaseFlow.Engine.Events;

/// <summary>A person dealt with an effect that had been given up.</summary>
/// <param name="EffectKey">The effect's key within the case.</param>
/// <param name="What">The activity's type, or the name of the message or signal.</param>
/// <param name="How"><c>resent</c>, <c>mended</c> or <c>dropped</c>.</param>
public sealed record DeadLetterHandled(string EffectKey, string What, string How, string Reason) : CaseEvent;
