namespace CaseFlow.Engine.Commands;

/// <summary>Starts one of the optional steps of an open ad-hoc subprocess.</summary>
public sealed record StartAdHocStep(Actor Actor, string ElementId) : Command(Actor);
