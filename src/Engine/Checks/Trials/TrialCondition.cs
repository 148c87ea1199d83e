namespace CaseFlow.Engine.Checks.Trials;

/// <summary>The condition of a sequence flow.</summary>
/// <param name="Place">The flow's id.</param>
/// <param name="Names">Variables it reads.</param>
/// <param name="IsShared">Other flows have the same condition, and it means the same there.</param>
internal sealed record TrialCondition(string Place, string Text, IReadOnlyCollection<string> Names, bool IsShared);
