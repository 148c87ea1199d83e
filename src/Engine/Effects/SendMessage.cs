using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Effects;

/// <summary>Correlate a message with whichever case waits for it, now or before its time to live ends.</summary>
public sealed record SendMessage(string Key, string Name, string? CorrelationKey, FeelContext Variables) : Effect(Key);
