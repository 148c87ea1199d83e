namespace CaseFlow.Engine.Feel;

/// <summary>A range of comparable values. An end that is FEEL null is unknown, unless <see cref="Unbounded"/> says it lies at infinity.</summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded) : FeelValue
{
    /// <summary>True for a range made by a comparison, such as (&lt; 10): its null end holds everything. [1..null] holds nothing for sure.</summary>
    public bool Unbounded { get; init; }
}
