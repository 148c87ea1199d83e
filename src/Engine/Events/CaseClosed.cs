using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <param name="Reason">Why a person ended it; null when its flow came to an end.</param>
public sealed record CaseClosed(CaseStatus Status, string? Closure, string? Reason = null) : CaseEvent;
