namespace CaseFlow.Runtime.Queries;

/// <param name="Next">Pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next)
{
    /// <summary>The moment back to which a page looked that ended before it was full, and that has a next one; else null.</summary>
    public DateTimeOffset? LookedBackTo { get; init; }
}
