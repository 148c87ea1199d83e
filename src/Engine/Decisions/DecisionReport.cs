namespace CaseFlow.Engine.Decisions;

/// <summary>A rule that fired: what a resident or an auditor is shown when they ask why.</summary>
/// <param name="TableId">The table's own id, or that of the decision or knowledge model it belongs to.</param>
/// <param name="RuleId">The rule's own id, or its number when it has none.</param>
/// <param name="Index">The rule's row, counted from 1.</param>
public sealed record FiredRule(string TableId, string RuleId, int Index);

/// <summary>Collects what one evaluation has to tell besides its value.</summary>
internal sealed class DecisionReport
{
    public List<FiredRule> Rules { get; } = [];

    /// <summary>The first thing that went wrong.</summary>
    public string? Error { get; private set; }

    public void Fail(string error) => Error ??= error;
}
