using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>One evaluation under way: its moment and what it has used up of its limits.</summary>
internal sealed class Evaluation(DateTimeOffset now, FeelLimits limits)
{
    private int steps;
    private int depth;

    private HashSet<string>? patterns;

    public DateTimeOffset Now { get; } = now;

    /// <summary>True for a pattern that this evaluation has not used before. What others have used must not count: the same evaluation takes the same steps.</summary>
    public bool IsNewPattern(string pattern) => (patterns ??= new(StringComparer.Ordinal)).Add(pattern);

    /// <summary>Where decision tables report the rules that fired and what went wrong; null when nobody asks.</summary>
    public Decisions.DecisionReport? Report { get; init; }

    public void Spend(int amount)
    {
        if ((steps += amount) > limits.Steps || steps < 0)
            throw new FeelLimitException($"Expected an evaluation of at most {limits.Steps} steps, but it needs more.");
    }

    public void Enter()
    {
        if (++depth > limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new FeelLimitException($"Expected at most {limits.Depth} calls within calls, but there are more.");
    }

    public void Leave() => depth--;

    public void CheckList(int size)
    {
        if (size > limits.ListSize)
            throw new FeelLimitException($"Expected a list of at most {limits.ListSize} items, but it has more.");
    }

    public void CheckText(int length)
    {
        if (length > limits.StringLength)
            throw new FeelLimitException($"Expected a string of at most {limits.StringLength} characters, but it has more.");
    }

    /// <summary>Pays for reading a whole value; a plain one costs nothing.</summary>
    public void Touch(FeelValue value)
    {
        if (value is FeelString text) Spend(text.Value.Length >> 6);
        else if (value is FeelList or FeelContext) Spend((int)(value.Weight >> 3));
    }
}
