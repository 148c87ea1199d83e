using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Events;

public sealed record DocumentAttached(DocumentFacts Document) : CaseEvent;
