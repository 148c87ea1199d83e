using System.Collections.Immutable;

namespace CaseFlow.Engine.Events;

/// <summary>Tokens in a scope were taken away because what ran there was interrupted.</summary>
public sealed record TokensDropped(long ScopeKey, ImmutableArray<string> Flows) : CaseEvent;
