namespace CaseFlow.Runtime.Queries;

/// <param name="Next">Pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
