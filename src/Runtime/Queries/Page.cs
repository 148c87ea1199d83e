namespace CaseFlow.Runtime.Queries;

/// <param name="Next">Pass as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next)
{
    /// <summary>The moment back to which the page looked, where a page may end before it is full; null elsewhere.</summary>
    public DateTimeOffset? LookedBackTo { get; init; }
}
