using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Events;

public sealed record CaseStarted(Guid CaseId, FlowRef Flow, string Process, CaseFacts Facts, string? BusinessKey) : CaseEvent;
