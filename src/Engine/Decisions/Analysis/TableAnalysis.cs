namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>The publication checks of a decision table, each in a file of its own. They say nothing of cells whose matches can't be told beforehand.</summary>
internal static class TableAnalysis
{
    private static readonly Func<TableBoxes, IEnumerable<TableFinding>>[] Rules =
    [
        EmptyCellRule.Check,
        GapRule.Check,
        OverlapRule.Check,
        UnreachableRule.Check,
    ];

    public static IEnumerable<TableFinding> Run(AnalysedTable table) =>
        TableBoxes.Of(table) is { } boxes ? Rules.SelectMany(rule => rule(boxes)) : [];
}
