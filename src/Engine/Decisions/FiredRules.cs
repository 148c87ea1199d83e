namespace CaseFlow.Engine.Decisions;

/// <summary>A rule that fired: what a resident or an auditor is shown when they ask why.</summary>
/// <param name="TableId">The decision or business knowledge model that owns the table.</param>
/// <param name="RuleId">The rule's own id, or its number when it has none.</param>
/// <param name="Index">The rule's row, counted from 1.</param>
public sealed record FiredRule(string TableId, string RuleId, int Index);

/// <summary>Collects the rules that fire during one evaluation, in order.</summary>
internal sealed class FiredRules
{
    public List<FiredRule> Rules { get; } = [];
}
