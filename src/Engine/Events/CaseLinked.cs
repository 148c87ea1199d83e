namespace CaseFlow.Engine.Events;

public sealed record CaseLinked(Guid OtherCaseId, string Role) : CaseEvent;
