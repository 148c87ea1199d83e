namespace CaseFlow.Engine.Feel;

/// <summary>How far one evaluation may go. The defaults hold a hostile expression under a tenth of a second.</summary>
/// <param name="Steps">Evaluated nodes, loop turns and touched list items together.</param>
/// <param name="Depth">Calls of functions within functions.</param>
/// <param name="ListSize">Items in one list.</param>
/// <param name="StringLength">UTF-16 units in one string.</param>
public sealed record FeelLimits(int Steps = 200_000, int Depth = 200, int ListSize = 100_000, int StringLength = 1_000_000)
{
    public static FeelLimits Default { get; } = new();
}

/// <summary>An evaluation went past its <see cref="FeelLimits"/>. A model's fault, not ours: report it as an incident.</summary>
public sealed class FeelLimitException : Exception
{
    public FeelLimitException(string message)
        : base(message)
    {
    }

    public FeelLimitException()
    {
    }

    public FeelLimitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
