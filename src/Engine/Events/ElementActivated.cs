using System.Collections.Immutable;

namespace CaseFlow.Engine.Events;

/// <summary>An element instance began. <paramref name="ScopeKey"/> 0 is the case itself.</summary>
/// <param name="Flows">The sequence flows whose tokens it took: several for a join, none for what starts without a flow.</param>
/// <param name="LoopCounter">Which instance of a repeating activity it is, from 1; 0: not one.</param>
public sealed record ElementActivated(long Key, string ElementId, long ScopeKey, ImmutableArray<string> Flows, int LoopCounter = 0) : CaseEvent;
