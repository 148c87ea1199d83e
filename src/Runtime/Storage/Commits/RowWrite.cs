namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>One row to write or delete in a commit.</summary>
/// <param name="Values">One a parameter, in the statement's order; null is NULL.</param>
internal readonly record struct RowWrite(Statement Statement, params object?[] Values);
