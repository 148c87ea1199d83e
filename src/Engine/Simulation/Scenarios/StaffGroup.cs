namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>People of a team who work by one calendar.</summary>
/// <param name="Calendar">Its id; null: the office's.</param>
public sealed record StaffGroup(int People, string? Calendar);
