namespace CaseFlow.Engine.Cases;

/// <summary>One side's evaluation, as given; never edited afterwards.</summary>
/// <param name="By">reporter, executor or station.</param>
/// <param name="Of">outcome, request or partner.</param>
/// <param name="Score">1 (worst) to 5, or null when not given.</param>
/// <param name="Solved">The reporter's word on whether the need is met.</param>
public sealed record Evaluation(string By, string Of, int? Score, bool? Solved, string? Comment);
