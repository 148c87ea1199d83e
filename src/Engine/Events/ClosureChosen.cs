namespace CaseFlow.Engine.Events;

/// <summary>An end event said how the case will be closed.</summary>
public sealed record ClosureChosen(string Closure, string ElementId) : CaseEvent;
