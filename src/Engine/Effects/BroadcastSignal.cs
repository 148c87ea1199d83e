using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Effects;

/// <summary>Broadcast a signal to every case of the tenant that waits for it.</summary>
public sealed record BroadcastSignal(string Key, string Name, FeelContext Variables) : Effect(Key);
