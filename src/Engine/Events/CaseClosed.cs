using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record CaseClosed(CaseStatus Status, string? Closure) : CaseEvent;
