namespace CaseFlow.Engine.State;

/// <summary>How far a stage has come. A stage sent back to is entered again: its round grows.</summary>
public sealed record StageState(string Stage, int Round, bool Active);
