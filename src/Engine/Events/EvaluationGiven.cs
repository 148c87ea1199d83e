using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Events;

public sealed record EvaluationGiven(long ElementKey, string ElementId, Evaluation Evaluation) : CaseEvent;
