namespace CaseFlow.Engine.State;

/// <summary>A model's or an activity's fault that a person has to look at; the rest of the case goes on.</summary>
public sealed record IncidentState(long Key, long ElementKey, string ElementId, string Code, string Message, DateTimeOffset At);
