namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>A table as boxes: for each row, the parts of each input's values that its cells match.</summary>
internal sealed class TableBoxes
{
    /// <summary>Rows times rows times columns. A bigger table would take seconds at every reading: it is not looked at.</summary>
    private const long MaxSize = 4_000_000;

    private TableBoxes(AnalysedTable table, ColumnAtoms[] inputs, AtomSet?[][] rows)
    {
        Table = table;
        Inputs = inputs;
        Rows = rows;
    }

    public AnalysedTable Table { get; }

    /// <summary>One for each different input expression.</summary>
    public ColumnAtoms[] Inputs { get; }

    /// <summary>By row and input; null where a cell's matches can't be told beforehand.</summary>
    public AtomSet?[][] Rows { get; }

    /// <summary>True when no input is worked out from what another one reads, so that any values of them can come together.</summary>
    public bool AreIndependent { get; private init; }

    /// <summary>Null for a table without inputs or rows, or one too big.</summary>
    public static TableBoxes? Of(AnalysedTable table)
    {
        if (table.Columns.Length == 0 || table.Rows.Length == 0 || table.Rows.Length * (long)table.Rows.Length * table.Columns.Length > MaxSize) return null;
        var groups = Enumerable.Range(0, table.Columns.Length).GroupBy(i => table.Columns[i].Expression, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var inputs = groups.Select(group => new ColumnAtoms(
            [.. group.Select(i => table.Columns[i])], table.Rows.SelectMany(row => group.Select(i => row.Cells[i].Test)))).ToArray();
        var rows = table.Rows.Select(row => groups.Select((group, input) => Box(row, group, inputs[input])).ToArray()).ToArray();
        return new TableBoxes(table, inputs, rows) { AreIndependent = Independent([.. groups.Select(group => table.Columns[group[0]])]) };
    }

    /// <summary>The row with every unknown cell as one that matches everything.</summary>
    public AtomSet[] Widest(int row) => [.. Rows[row].Select((set, input) => set ?? Inputs[input].All)];

    public bool IsKnown(int row) => Array.TrueForAll(Rows[row], set => set is not null);

    /// <summary>"a = 1, b > 5" for the inputs that a box narrows down.</summary>
    public string Describe(AtomSet[] box)
    {
        var parts = Inputs.Select((input, i) => box[i].Contains(input.Domain) ? null : $"{input.Label}: {input.Describe(box[i])}").OfType<string>().ToArray();
        return parts.Length == 0 ? "any input" : string.Join(", ", parts);
    }

    public string Example(AtomSet[] box) => string.Join(", ", Inputs.Select((input, i) => $"{input.Label} = {input.Example(box[i])}"));

    private static AtomSet? Box(AnalysedRow row, int[] columns, ColumnAtoms input)
    {
        AtomSet? box = input.All;
        foreach (var column in columns)
            box = box is { } sofar && input.Matched(row.Cells[column].Test) is { } matched ? sofar.And(matched) : null;
        return box;
    }

    private static bool Independent(AnalysedColumn[] inputs)
    {
        foreach (var input in inputs)
            if (!input.IsPath && Array.Exists(inputs, other => other != input && other.Names.Intersect(input.Names).Any()))
                return false;
        return true;
    }
}
