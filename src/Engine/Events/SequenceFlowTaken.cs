namespace CaseFlow.Engine.Events;

/// <summary>A sequence flow was taken; at a join it is the token that waits.</summary>
public sealed record SequenceFlowTaken(string FlowId, long ScopeKey, string? Why) : CaseEvent;
