namespace CaseFlow.Engine.Feel;

/// <summary>A text that is not FEEL. Line and column count from 1, within the expression's own text.</summary>
public sealed class FeelSyntaxException : Exception
{
    public FeelSyntaxException(string message, int line, int column)
        : base(message) => (Line, Column) = (line, column);

    public FeelSyntaxException()
    {
    }

    public FeelSyntaxException(string message)
        : base(message)
    {
    }

    public FeelSyntaxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public int Line { get; }

    public int Column { get; }
}
