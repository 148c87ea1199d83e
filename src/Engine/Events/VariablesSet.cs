using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Events;

/// <summary>Variables of a scope were set (0: the case's own).</summary>
public sealed record VariablesSet(long ScopeKey, FeelContext Values) : CaseEvent;
