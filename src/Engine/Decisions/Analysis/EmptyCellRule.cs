namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>Every cell matches some value that its column can have.</summary>
internal static class EmptyCellRule
{
    public static IEnumerable<TableFinding> Check(TableBoxes boxes)
    {
        var table = boxes.Table;
        for (var column = 0; column < table.Columns.Length; column++)
        {
            var input = new ColumnAtoms([table.Columns[column]], table.Rows.Select(row => row.Cells[column].Test));
            foreach (var row in table.Rows)
                if (input.Matched(row.Cells[column].Test) is { } matched && IsEmpty(matched, input, row.Cells[column].Text))
                    yield return new TableFinding(
                        "table-empty-cell", row.Cells[column].Place,
                        $"Expected a cell that some value matches, but {row.Cells[column].Text} in column {input.Label} of rule {row.Number} never matches.");
        }
    }

    /// <summary>A range from high to low reads as null, which then is all it matches.</summary>
    private static bool IsEmpty(AtomSet matched, ColumnAtoms input, string text) =>
        matched.IsEmpty || (!matched.Meets(input.Domain) && !text.Contains("null", StringComparison.Ordinal));
}
